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
        if !expected.verify, expected.expires != nil { all.append(dates.validity) }
        if let expires = expected.expires { all += dates.expiry(expires) }
        if !expected.issuers.isEmpty { all.append(issuer) }
        return all + keys.findings
    }

    /// What stands in the way of judging the chain; nil where nothing does.
    package var obstacle: Obstacle? { expected.verify ? trust.obstacle : nil }

    /// The chain leads to nobody who is trusted, or has no issuer that is expected.
    var isOfAnotherAuthority: Bool {
        (expected.verify && !trust.finding.isMet) || (!expected.issuers.isEmpty && !issuer.isMet)
    }

    private var verified: [Finding] { [trust.finding, dates.validity, name] }

    /// What `verify: false` lets pass is worth a look.
    private func uncounted(_ finding: Finding) -> Finding? {
        finding.isMet ? nil : Finding(finding.expected, actual: finding.actual, .warned)
    }

    private var trust: CertificateTrust {
        CertificateTrust(
            authorities: expected.authorities,
            verification: certificates.isEmpty ? nil : verification, isCounted: expected.verify)
    }

    private var dates: CertificateDates {
        CertificateDates(
            certificates, verification: expected.verify ? verification : nil, at: instant)
    }

    private var name: Finding {
        let problems = verification?.problems(of: .name) ?? []
        let matches = verification?.nameMatches == true && problems.isEmpty
        return CertificateNames(certificates.first).finding(expected.name, matches: matches)
    }

    private var issuer: Finding {
        CertificateNames.issuer(
            expected.issuers, among: verification?.issuers ?? [],
            otherwise: "something in between may intercept the connection")
    }
}
