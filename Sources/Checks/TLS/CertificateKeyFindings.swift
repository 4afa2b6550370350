import Rollout

/// Holds the key of the first certificate against what is expected, and tells whether all are in order.
struct CertificateKeyFindings {
    private let expected: CertificateExpectations
    private let certificates: [TLSCertificate]

    init(_ expected: CertificateExpectations, _ certificates: [TLSCertificate]) {
        (self.expected, self.certificates) = (expected, certificates)
    }

    var findings: [Finding] {
        let own = certificates.first
        var all: [Finding] = []
        if !expected.publicKeys.isEmpty {
            let words = { (key: String) in "the public key of SHA-256 \(key)" }
            let seen = own?.keySHA256 ?? ""
            all.append(
                Finding(
                    words(expected.publicKeys.joined(separator: " or ")),
                    actual: seen.isEmpty ? "no public key that can be read" : words(seen),
                    met: expected.publicKeys.contains(seen)))
        }
        if !expected.keyTypes.isEmpty {
            let wanted = expected.keyTypes.map(\.rawValue)
            let type = own?.keyType ?? "no"
            // The type of a key on a curve has the name of the curve behind it.
            let isMet = wanted.contains(type.split(separator: " ").first.map(String.init) ?? "")
            all.append(
                Finding(
                    "a key of type \(wanted.joined(separator: " or "))",
                    actual: "a key of type \(type)", met: isMet))
        }
        if let bits = expected.keyBits {
            let seen = own?.keyBits ?? 0
            let words = { bits.words(of: "a key of").map { "\($0) bits" } }
            all +=
                seen > 0
                ? bits.findings(
                    of: .number(seen), named: "a key of", suffix: " bits", until: Deadline(.zero))
                : words().map { Finding($0, actual: "no key that can be read", .unknown) }
        }
        return all
    }

    /// Clients of TLS 1.2 may need every certificate right behind the one that it vouches for (RFC
    /// 5246 section 7.4.2).
    var disorder: [Finding] {
        let pairs = zip(certificates, certificates.dropFirst())
        guard let (first, second) = pairs.first(where: { $0.issuer.text != $1.subject.text }) else {
            return []
        }
        return [
            Finding(
                "each certificate followed by that of its issuer",
                actual: "\(first.subject.short) followed by \(second.subject.short)", .warned)
        ]
    }
}
