import Rollout

/// Holds the dates of certificates against a moment, and against the time that must be left.
struct CertificateDates {
    private let certificates: [TLSCertificate]
    private let verification: TLSVerification?
    private let instant: Instant

    /// Dates of certificates.
    ///
    /// - Parameters:
    ///   - certificates: In any order.
    ///   - verification: Nil where the dates of authorities beyond these certificates do not count.
    ///   - instant: The moment that they are judged for.
    init(_ certificates: [TLSCertificate], verification: TLSVerification?, at instant: Instant) {
        self.certificates = certificates
        self.verification = verification
        self.instant = instant
    }

    /// Every certificate holds now.
    var validity: Finding {
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
        guard let verification, let problem = verification.problems(of: .dates).first else {
            return Finding(words, actual: "valid until \(end.rfc3339)", .met)
        }
        let owner = verification.path.dropFirst(problem.depth).first?.short ?? "an authority"
        return Finding(words, actual: "\(owner): \(problem.text)", .unmet)
    }

    /// Enough time is left.
    func expiry(_ expires: CertificateExpectations.Expiry) -> [Finding] {
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

    /// The certificate that ends first; nil where there is none with a date.
    private var earliest: (certificate: TLSCertificate, end: Instant)? {
        let ends = certificates.compactMap { certificate in
            certificate.notAfter.map { (certificate: certificate, end: $0) }
        }
        return ends.min { $0.end < $1.end }
    }
}
