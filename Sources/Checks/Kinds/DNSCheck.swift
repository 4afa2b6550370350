import Rollout

/// Asks a name server for the records of a name.
package struct DNSCheck: Check {
    /// What the answer is held against.
    package struct Expected: Hashable, Sendable {
        /// Whether there are to be records at all.
        package var resolves = true
        /// What the values of the records must be like; nothing where the checklist does not say.
        package var values = ValueExpectation()

        package init() {}
    }

    package let inquiry: DNSInquiry
    package let expected: Expected

    package init(_ inquiry: DNSInquiry, expected: Expected = Expected()) {
        self.inquiry = inquiry
        self.expected = expected
    }

    package var subject: String {
        let server = inquiry.server.map { " at \($0)" } ?? ""
        return "\(inquiry.type.rawValue) \(inquiry.name)\(server)"
    }

    package var reach: String {
        "asks \(inquiry.server?.description ?? "the name servers of this machine") for "
            + "\(inquiry.type.rawValue) \(inquiry.name)"
    }

    package func observe(_ environment: CheckEnvironment) async -> DNSObservation {
        let inquiry = self.inquiry
        return await CheckThreads.run(environment.timeout) { inquiry.ask($0) }
    }
}
