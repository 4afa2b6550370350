package import Rollout

/// Holds certificates and their verification against what is expected of them.
package struct CertificateFindings {
    private let expected: CertificateExpectations
    private let certificates: [TLSCertificate]
    private let verification: TLSVerification?
    private let instant: Instant

    /// Findings about certificates.
    ///
    /// - Parameters:
    ///   - expected: What a checklist asks for.
    ///   - certificates: As they were presented, the one that is to have the name first.
    ///   - verification: Nil where they were not verified, which is never good enough.
    ///   - instant: The moment that they were verified for.
    package init(
        _ expected: CertificateExpectations, certificates: [TLSCertificate],
        verification: TLSVerification?, at instant: Instant
    ) {
        self.expected = expected
        self.certificates = certificates
        self.verification = verification
        self.instant = instant
    }

    /// One finding for each thing that is asked for.
    package var findings: [Finding] {
        var all = expected.verify ? verified : verified.compactMap(uncounted)
        let keys = CertificateKeyFindings(expected, certificates)
        all += keys.disorder
        if !expected.verify, expected.expires != nil { all.append(dates) }
        if let expires = expected.expires { all += expiry(expires) }
        if !expected.issuers.isEmpty { all.append(issuer) }
        return all + keys.findings
    }

    /// What stands in the way of judging the chain; nil where nothing does.
    package var obstacle: Obstacle? {
        guard expected.verify, let verification, verification.hasNoAuthorities,
            !verification.isClean
        else { return nil }
        return Obstacle(.noAuthorities)
    }

    /// The chain leads to nobody who is trusted, or has no issuer that is expected.
    var isOfAnotherAuthority: Bool {
        (expected.verify && !trust.isMet) || (!expected.issuers.isEmpty && !issuer.isMet)
    }

    private var verified: [Finding] { [trust, dates, name] }

    /// What `verify: false` lets pass is worth a look.
    private func uncounted(_ finding: Finding) -> Finding? {
        finding.isMet ? nil : Finding(finding.expected, actual: finding.actual, .warned)
    }

    // MARK: The chain

    private var trust: Finding {
        let authority = expected.authorities.map { "an authority of \($0)" }
        let words = "a chain to \(authority ?? "a trusted authority")"
        guard let verification, verification.hasRun, !certificates.isEmpty else {
            return Finding(words, actual: "certificates that were not verified", .unmet)
        }
        let diagnosis = TLSTrustDiagnosis(verification)
        guard diagnosis.isTrusted else {
            // Where nobody is trusted here, it is not known whether the chain is good.
            return Finding(words, actual: diagnosis.actual, obstacle == nil ? .unmet : .unknown)
        }
        // The verdict of OpenSSL must agree: other problems have findings of their own.
        let agrees =
            verification.isClean || !verification.problems.isEmpty
            || (verification.result == 0 && !verification.nameMatches)
        return Finding(
            words, actual: agrees ? diagnosis.actual : verification.resultText, met: agrees)
    }

    private var dates: Finding {
        let words = "every certificate within its dates"
        if let early = certificates.first(where: { ($0.notBefore ?? instant) > instant }) {
            let begin = early.notBefore?.rfc3339 ?? ""
            return Finding(
                words, actual: "\(early.subject.short), not valid before \(begin)", .unmet)
        }
        guard !certificates.isEmpty, certificates.allSatisfy({ $0.notAfter != nil }) else {
            return Finding(words, actual: "a certificate without a date that can be read", .unmet)
        }
        guard let (certificate, end) = earliest else {
            return Finding(words, actual: "no certificate", .unmet)
        }
        guard end >= instant else {
            return Finding(
                words, actual: "\(certificate.subject.short), expired on \(end.rfc3339)", .unmet)
        }
        // An authority of our own side may be out of its dates although nothing that was presented
        // is.
        guard expected.verify, let problem = verification?.problems(of: .dates).first else {
            return Finding(words, actual: "valid until \(end.rfc3339)", .met)
        }
        let owner = verification?.path.dropFirst(problem.depth).first?.short ?? "an authority"
        return Finding(words, actual: "\(owner): \(problem.text)", .unmet)
    }

    private var name: Finding {
        let problems = verification?.problems(of: .name) ?? []
        let matches = verification?.nameMatches == true && problems.isEmpty
        let names = certificates.first?.names ?? []
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        let actual = names.isEmpty ? "a certificate for no name at all" : "one for \(shown)"
        return Finding(
            "a certificate for \(expected.name)",
            actual: matches ? "a certificate for \(expected.name)" : actual, met: matches)
    }

    // MARK: Beside the chain

    /// The certificate that ends first; nil where there is none with a date.
    private var earliest: (certificate: TLSCertificate, end: Instant)? {
        let ends = certificates.compactMap { certificate in
            certificate.notAfter.map { (certificate: certificate, end: $0) }
        }
        return ends.min { $0.end < $1.end }
    }

    private func expiry(_ expires: CertificateExpectations.Expiry) -> [Finding] {
        func finding(_ least: Duration, otherwise standing: Finding.Standing) -> Finding {
            let words = "every certificate valid for at least \(least.language) more"
            guard let (certificate, end) = earliest else {
                return Finding(words, actual: "no end that can be read", .unmet)
            }
            return Finding(
                words, actual: "\(certificate.subject.short), valid until \(end.rfc3339)",
                end.since(instant) > least ? .met : standing)
        }
        var all: [Finding] = []
        if expires.fail > .zero { all.append(finding(expires.fail, otherwise: .unmet)) }
        // Of one that has ended there is no warning to give any more.
        if let warn = expires.warn, earliest.map({ $0.end > instant }) ?? true {
            all.append(finding(warn, otherwise: .warned))
        }
        return all
    }

    private var issuer: Finding {
        let words = "the issuer \(expected.issuers.joined(separator: " or "))"
        let issuers = verification?.issuers ?? []
        if let found = issuers.first(where: { name in
            expected.issuers.contains { name.isNamed($0) }
        }) {
            return Finding(words, actual: "an issuer \(found.text)", .met)
        }
        let first = issuers.first?.short ?? "nobody"
        return Finding(
            words,
            actual: "\(first): something in between may intercept the connection", .unmet)
    }
}
