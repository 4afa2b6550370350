package import Rollout

extension SMTPCheck {
    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let report = observation.report
        let session = security == .none ? nil : TLSSessionFindings(tls, report).judgement
        let before =
            (session?.findings ?? []) + greeting(observation, deadline) + early(observation)
        if let failed = report.failed(expecting: "an SMTP session with \(subject)") {
            // A session that the server ended over a certificate is shown by its own findings.
            let isHandshake = report.tls?.ending.map { !$0.isEstablished } ?? false
            let findings = isHandshake && session != nil ? [] : failed.findings
            return Judgement(before + findings, obstacle: session?.obstacle ?? failed.obstacle)
        }
        guard let capabilities = observation.capabilities else {
            return Judgement(.nothingObserved)
        }
        if security != .none, session == nil { return Judgement(.nothingObserved) }
        let words = "an SMTP session with \(subject)"
        var findings = before + [Finding(words, actual: words, .met)]
        findings +=
            expected.capabilities?.findings(
                of: .texts(Self.keywords(capabilities)), named: "the capabilities", until: deadline)
            ?? []
        findings +=
            expected.logins?.findings(
                of: .texts(Self.logins(capabilities)), named: "the ways to log in", until: deadline)
            ?? []
        return Judgement(findings, obstacle: session?.obstacle)
    }

    private func greeting(_ observation: Observation, _ deadline: Deadline) -> [Finding] {
        guard let greeting = observation.greeting else { return [] }
        let text = CapturedText(greeting, limit: greeting.count)
        return expected.greeting?.findings(of: text, named: "the greeting", until: deadline) ?? []
    }

    /// A login before TLS would show the password to everybody on the way.
    private func early(_ observation: Observation) -> [Finding] {
        guard let plain = observation.plain else { return [] }
        let offered = Self.logins(plain)
        guard !offered.isEmpty else { return [] }
        return [
            Finding(
                "no login offered before TLS", actual: offered.joined(separator: ", "), .warned)
        ]
    }
}
