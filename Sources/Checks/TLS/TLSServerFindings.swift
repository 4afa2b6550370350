import Rollout

/// Holds what a server showed of itself against what is expected of it.
struct TLSServerFindings {
    private let expected: TLSExpectations
    private let certificates: [TLSCertificate]
    private let verification: TLSVerification?
    private let instant: Instant

    init(expected: TLSExpectations, observation: TLSObservation, at instant: Instant) {
        self.expected = expected
        certificates = observation.certificates
        verification = observation.verification
        self.instant = instant
    }

    /// The version is new enough.
    func version(_ session: TLSObservation.Session) -> Expectation {
        let minimum = expected.minimumVersion
        return Expectation(
            "\(minimum) or newer", actual: session.versionText,
            met: session.version.map { $0 >= minimum } ?? false,
            otherwise:
                "The server negotiated \(session.versionText), which is older than \(minimum).")
    }

    /// What `verify: false` leaves out: the chain, the dates and the name.
    var verified: [Expectation] { [trust, dates, name] }

    /// What the checklist asks for beside that.
    func agreed(_ session: TLSObservation.Session) -> [Expectation] {
        var expectations: [Expectation] = []
        if !expected.verify, expected.expires != nil { expectations.append(dates) }
        if let expires = expected.expires, expires.fail > .zero {
            expectations.append(expiry(expires.fail))
        }
        if !expected.issuers.isEmpty { expectations.append(issuer) }
        if !expected.alpn.isEmpty { expectations.append(alpn(session)) }
        return expectations
    }

    /// Why the chain cannot be judged: this machine trusts nobody.
    var noAuthorities: String? {
        guard let verification, verification.hasNoAuthorities, !verification.isClean else {
            return nil
        }
        return "This machine has no certificate authorities to verify against: install the package"
            + " ca-certificates, or name a ca-file."
    }

    // MARK: The chain

    private var trust: Expectation {
        let authority = expected.authorities.map { "an authority of \($0)" }
        let words = "a chain to \(authority ?? "a trusted authority")"
        guard let verification, verification.hasRun, !certificates.isEmpty else {
            return Expectation(
                words, actual: "not verified", met: false,
                otherwise: "The server's certificate could not be verified.")
        }
        let diagnosis = TLSTrustDiagnosis(verification)
        if let sentence = diagnosis.sentence {
            return Expectation(words, actual: diagnosis.actual, met: false, otherwise: sentence)
        }
        // The verdict of OpenSSL must agree: other problems have findings of their own.
        let agrees =
            verification.isClean || !verification.problems.isEmpty
            || (verification.result == 0 && !verification.nameMatches)
        return Expectation(
            words, actual: agrees ? diagnosis.actual : verification.resultText, met: agrees,
            otherwise: "The server's certificate was not verified: \(verification.resultText).")
    }

    private var dates: Expectation {
        let words = "every certificate within its dates"
        let problems = verification?.problems(of: .dates) ?? []
        if let early = certificates.first(where: { ($0.notBefore ?? instant) > instant }) {
            let begin = early.notBefore?.rfc3339 ?? ""
            return Expectation(
                words, actual: "valid from \(begin)", met: false,
                otherwise: "The certificate of \(label(early)) is not valid before \(begin).")
        }
        guard !certificates.isEmpty, certificates.allSatisfy({ $0.notAfter != nil }) else {
            return Expectation(
                words, actual: "a certificate without a date that can be read", met: false,
                otherwise: "The dates of the server's certificates cannot be read.")
        }
        if let (certificate, end) = earliest, end < instant {
            return Expectation(
                words, actual: "expired on \(end.rfc3339)", met: false,
                otherwise: "The certificate of \(label(certificate)) expired on \(end.rfc3339),"
                    + " \(days(instant.since(end))) ago.")
        }
        // An authority of our own side may be out of its dates although nothing that was presented
        // is.
        guard expected.verify, let problem = problems.first else {
            return Expectation(
                words, actual: earliest.map { "valid until \($0.end.rfc3339)" } ?? "",
                met: earliest != nil, otherwise: "The server presented no certificate.")
        }
        let owner = verification?.path.dropFirst(problem.depth).first?.short ?? "an authority"
        return Expectation(
            words, actual: problem.text, met: false,
            otherwise: "The certificate of \(owner) is out of its dates: \(problem.text).")
    }

    private var name: Expectation {
        let problems = verification?.problems(of: .name) ?? []
        let matches = verification?.nameMatches == true && problems.isEmpty
        let names = certificates.first?.names ?? []
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        let actual = names.isEmpty ? "no name at all" : shown
        return Expectation(
            "a certificate for \(expected.name)", actual: matches ? expected.name : actual,
            met: matches,
            otherwise: "The certificate is not for \(expected.name); it is for \(actual).")
    }

    // MARK: Beside the chain

    private var earliest: (certificate: TLSCertificate, end: Instant)? {
        let ends = certificates.compactMap { certificate in
            certificate.notAfter.map { (certificate: certificate, end: $0) }
        }
        return ends.min { $0.end < $1.end }
    }

    private func expiry(_ least: Duration) -> Expectation {
        let words = "valid for at least \(least.language) more"
        guard let (certificate, end) = earliest else {
            return Expectation(
                words, actual: "no end that can be read", met: false,
                otherwise: "The dates of the server's certificates cannot be read.")
        }
        return Expectation(
            words, actual: "until \(end.rfc3339)", met: end.since(instant) > least,
            otherwise: "The certificate of \(label(certificate)) expires on \(end.rfc3339), in"
                + " \(days(end.since(instant))), which is less than \(least.language).")
    }

    private var issuer: Expectation {
        let words = "issued by \(expected.issuers.joined(separator: " or "))"
        let issuers = verification?.issuers ?? []
        let found = issuers.first { name in expected.issuers.contains { name.isNamed($0) } }
        let actual = found?.text ?? issuers.map(\.text).joined(separator: "; ")
        return Expectation(
            words, actual: actual.isEmpty ? "no issuer" : actual, met: found != nil,
            otherwise: "The certificate was issued by \(issuers.first?.short ?? "nobody"), not by"
                + " \(expected.issuers.joined(separator: " or ")): something in between may"
                + " intercept the connection.")
    }

    private func alpn(_ session: TLSObservation.Session) -> Expectation {
        let offered = expected.alpn.joined(separator: " or ")
        return Expectation(
            "the application protocol \(offered)",
            actual: session.alpn.isEmpty ? "none selected" : session.alpn,
            met: expected.alpn.contains(session.alpn),
            otherwise: "The server selected no application protocol out of \(offered).")
    }

    // MARK: Warnings

    /// What is met but wants attention.
    var warnings: [String] {
        var warnings: [String] = []
        if let warn = expected.expires?.warn, let (certificate, end) = earliest,
            end.since(instant) <= warn, end > instant
        {
            warnings.append(
                "The certificate of \(label(certificate)) expires on \(end.rfc3339), in"
                    + " \(days(end.since(instant))).")
        }
        if !expected.verify {
            warnings += verified.filter { !$0.finding.met }.map { "Not counted: \($0.otherwise)" }
        }
        return warnings
    }

    private func label(_ certificate: TLSCertificate) -> String { certificate.subject.short }

    private func days(_ duration: Duration) -> String {
        let hours = duration.wholeMilliseconds / 3_600_000
        return hours < 48 ? "\(hours) h" : "\(hours / 24) days"
    }
}
