import Rollout

/// Holds a session that stands, or that the server ended over a client certificate, against what is
/// expected of it.
package struct TLSSessionFindings {
    private let expected: TLSExpectations
    private let report: ConnectionReport

    package init(_ expected: TLSExpectations, _ report: ConnectionReport) {
        self.expected = expected
        self.report = report
    }

    /// The judgement of the session; nil where there is none to be judged.
    package var judgement: Judgement? {
        guard let tls = report.tls, tls.isShown, let ending = tls.ending else { return nil }
        guard let session = tls.session else { return Judgement(.nothingObserved) }
        let ground = Self.ground(expected, tls, session)
        let client = TLSClientFindings(expected: expected, observation: tls, ending: ending)
        var findings = ground.findings
        if !expected.alpn.isEmpty { findings.append(alpn(session)) }
        if let wanted = expected.stapled {
            findings.append(TLSStapling.finding(wanted, tls.stapling, at: tls.instant))
        }
        findings += client.findings
        let unanswered = ConnectionFailure.handshake(ending)
            .obstacle(on: report.dial, limit: report.limit)
        return Judgement(findings, obstacle: ground.obstacle ?? unanswered)
    }

    /// What must be so before anything is said in the session: its version, its strength and the
    /// server's certificates.
    static func ground(
        _ expected: TLSExpectations, _ tls: TLSObservation, _ session: TLSObservation.Session
    ) -> Judgement {
        let certificate = CertificateFindings(
            expected.certificate, certificates: tls.certificates, verification: tls.verification,
            at: tls.instant)
        return Judgement(
            [version(expected, session)] + weakness(session) + certificate.findings,
            obstacle: certificate.obstacle)
    }

    private static func version(
        _ expected: TLSExpectations, _ session: TLSObservation.Session
    ) -> Finding {
        let minimum = expected.minimumVersion
        return Finding(
            "\(minimum) or newer", actual: session.versionText,
            met: session.version.map { $0 >= minimum } ?? false)
    }

    /// The session that is looked at takes any key, so that an old server is seen; other programs of
    /// this machine refuse a weak one, and so does this.
    private static func weakness(_ session: TLSObservation.Session) -> [Finding] {
        var all: [Finding] = []
        let least = CertificateTraits.leastStrength
        func note(_ what: String, _ actual: String) {
            let words = "\(what) worth at least \(least) bits"
            all.append(Finding(words, actual: actual, .unmet))
        }
        if let key = session.keyExchange, key.strength < least {
            note("a key exchange", "\(key.type) of \(key.bits) bits, worth \(key.strength)")
        }
        if let bits = session.cipherBits, bits < least {
            note("a cipher", "\(session.cipher) with \(bits) bits")
        }
        // Older versions know no other signatures; their own finding is that of the version.
        let isOld = session.version.map { $0 < .tls12 } ?? false
        let hash = session.signature.lowercased()
        if !isOld, hash.contains("sha1") || hash.contains("md5") {
            note("a signature of the handshake", session.signature)
        }
        return all
    }

    private func alpn(_ session: TLSObservation.Session) -> Finding {
        let offered = expected.alpn.joined(separator: " or ")
        return Finding(
            "the application protocol \(offered)",
            actual: session.alpn.isEmpty
                ? "no application protocol" : "the application protocol \(session.alpn)",
            met: expected.alpn.contains(session.alpn))
    }
}
