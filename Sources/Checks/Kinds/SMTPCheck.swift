package import CanonicalJSON
package import Rollout

/// Whether a mail server takes mail over TLS as it should; no mail is sent.
package struct SMTPCheck: Check {
    /// How the session comes to be protected.
    package enum Security: String, Hashable, Sendable, CaseIterable {
        case startTLS = "starttls"
        /// It begins at once, before the greeting.
        case tls
        /// It stays in plain bytes, and what is expected of TLS is not looked at.
        case none
    }

    /// What the server is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// Of the words behind 220, which the server says first.
        package var greeting: ValueExpectation?
        /// Of the keywords that the server offers once the session is protected.
        package var capabilities: ValueExpectation?
        /// Of the ways to log in that it offers then.
        package var logins: ValueExpectation?

        package init() {}
    }

    /// What was seen.
    package struct Observation: Hashable, Sendable {
        /// Of the connection, with its TLS session where there was one.
        package let report: ConnectionReport
        /// As it came, of several lines with blanks between; nil where none did.
        package var greeting: [UInt8]?
        /// Before TLS; nil where they were not asked for.
        package var plain: [String]?
        /// In the session as the check wants it.
        package var capabilities: [String]?

        package init(_ report: ConnectionReport) {
            self.report = report
        }
    }

    package let endpoint: Endpoint
    package let security: Security
    package let tls: TLSExpectations
    package let expected: Expected

    package init(
        _ endpoint: Endpoint, _ security: Security, _ tls: TLSExpectations,
        expected: Expected = Expected()
    ) {
        (self.endpoint, self.security) = (endpoint, security)
        (self.tls, self.expected) = (tls, expected)
    }

    package var subject: String { endpoint.description }
    package var mayNeedTrust: Bool { tls.namesFiles }
    package var alsoReads: [String] { security == .none ? [] : tls.files }

    package var cautions: [Caution] {
        security != .none && !tls.certificate.verify ? [.certificateNotVerified] : []
    }

    package var reach: String { "connects to \(endpoint.reach)" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let opening = security == .startTLS ? SMTPOpening() : nil
        let plan = ConnectionPlan(
            endpoint, preamble: opening,
            tls: security == .none ? nil : TLSPlan(tls, in: environment))
        let (report, seen) = await plan.run(in: environment) {
            connection throws(ExchangeFailure) -> (greeting: [UInt8]?, capabilities: [String]) in
            let dialogue = SMTPDialogue(connection: connection)
            let greeting = opening == nil ? try dialogue.greeting() : nil
            try connection.expectSilence(before: "EHLO")
            let capabilities = try dialogue.capabilities()
            // The server may hang up without a word of farewell.
            _ = try? dialogue.say("QUIT")
            return (greeting?.whole, capabilities)
        }
        var observation = Observation(report)
        observation.greeting = seen?.greeting ?? opening?.notes.greeting
        observation.plain = opening?.notes.capabilities
        observation.capabilities = seen?.capabilities
        return observation
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard let capabilities = observation.capabilities else { return [:] }
        var seen = observation.report.tls?.seen ?? [:]
        seen["capabilities"] = .object(
            JSONObject(["equals": .texts(Self.keywords(capabilities))]))
        let logins = Self.logins(capabilities)
        if !logins.isEmpty { seen["auth"] = .object(JSONObject(["equals": .texts(logins)])) }
        return seen
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts = observation.report.facts.merging(endpoint.facts) { _, own in own }
        if let tls = observation.report.tls { facts.merge(tls.facts) { _, tls in tls } }
        let sessions = [observation.report.tls].compactMap(\.self)
        facts.merge(tls.certificate.endFact(of: sessions)) { _, end in end }
        if let greeting = observation.greeting { facts["greeting"] = Self.short(greeting) }
        for (key, list) in [
            ("capabilities-before-tls", observation.plain),
            ("capabilities", observation.capabilities),
        ] {
            if let list { facts[key] = .array(list.map { Self.short(Array($0.utf8)) }) }
        }
        return facts
    }

    /// What is kept of a line, which is judged as a whole.
    private static func short(_ line: [UInt8]) -> JSONValue {
        .string(ForeignText.clean(line, limit: 512))
    }

    /// The first words of capabilities, each once, also of those that some servers write with an
    /// equals sign.
    static func keywords(_ capabilities: [String]) -> [String] {
        unique(
            capabilities.compactMap { $0.split { $0 == " " || $0 == "=" }.first.map(String.init) })
    }

    /// The ways to log in among capabilities, each once (RFC 4954).
    static func logins(_ capabilities: [String]) -> [String] {
        // Some servers write it in the old way as well.
        unique(
            capabilities.filter { $0.hasPrefix("AUTH ") || $0.hasPrefix("AUTH=") }
                .flatMap { $0.split { $0 == " " || $0 == "=" }.dropFirst().map(String.init) })
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
