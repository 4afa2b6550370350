import Rollout

/// Says whom certificates are for, and who issued them.
struct CertificateNames {
    private let names: [String]

    /// The names of a certificate; nil where there is none.
    init(_ certificate: TLSCertificate?) {
        names = certificate?.names ?? []
    }

    /// One name held against those of the certificate.
    func finding(_ name: String, matches: Bool) -> Finding {
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        let actual = names.isEmpty ? "a certificate for no name at all" : "one for \(shown)"
        let words = "a certificate for \(name)"
        return Finding(words, actual: matches ? words : actual, met: matches)
    }

    /// One of the issuers is expected; otherwise the remark says what that may mean.
    static func issuer(
        _ expected: [String], among issuers: [TLSCertificate.Name], otherwise remark: String?
    ) -> Finding {
        let words = "the issuer \(expected.joined(separator: " or "))"
        if let found = issuers.first(where: { name in
            expected.contains { name.isNamed($0) }
        }) {
            return Finding(words, actual: "an issuer \(found.text)", .met)
        }
        let first = issuers.first?.short ?? "nobody"
        return Finding(words, actual: remark.map { "\(first): \($0)" } ?? first, .unmet)
    }
}
