import Rollout

/// Asks a name server for the records of a name.
package struct DNSCheck: Check {
    /// What the answer is held against.
    package struct Expected: Hashable, Sendable {
        /// Whether there are to be records at all.
        package var resolves = true
        /// What the values of the records must be like; nothing where the checklist does not say.
        package var values = ValueExpectation()
        /// For how long the answer may be kept; nil where the checklist does not say.
        package var lifetime: ValueExpectation?
        /// What the server must say of the question as a whole, instead of an answer.
        package var codes: [DNSResponseCode] = []

        package init() {}
    }

    package let inquiry: DNSInquiry
    package let expected: Expected

    package init(_ inquiry: DNSInquiry, expected: Expected = Expected()) {
        self.inquiry = inquiry
        self.expected = expected
    }

    package var subject: String {
        let place =
            inquiry.way == .nameService
            ? " by the name service" : inquiry.server.map { " at \($0)" } ?? ""
        return "\(inquiry.type.rawValue) \(inquiry.name)\(place)"
    }

    package var reach: String {
        let usual =
            inquiry.way == .nameService
            ? "the name service of this machine" : "the name servers of this machine"
        return "asks \(inquiry.server?.description ?? usual) for "
            + "\(inquiry.type.rawValue) \(inquiry.name)"
    }

    package func observe(_ environment: CheckEnvironment) async -> DNSObservation {
        let inquiry = self.inquiry
        return await CheckThreads.run(environment.timeout) { deadline in
            guard inquiry.way == .nameService else { return inquiry.ask(deadline) }
            let answer = NameService.ask(inquiry, deadline)
            return DNSObservation(attempts: [], wasStopped: deadline.isStopped, service: answer)
        }
    }
}
