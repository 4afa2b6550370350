import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let certificate = CheckKind(
        "certificate",
        "Whether a file holds the certificates that it should, with the key that belongs to them.",
        sharing: KindFacts.machinePath,
        facts: [
            "path": "The path as the checklist has it.",
            "exists": "Whether something is there.",
            "format": "`PEM`, `DER` or `PKCS#12`.",
            "certificates":
                "The first 20 certificates, each with its key, dates, `usages` and `authority`.",
            "certificates-count": "How many certificates there are.",
            "earliest-end": "When the first of them ends.",
            "holds-until":
                "When one of them, or an authority on the way, ends or comes within `fail` of its end: the outcome counts no longer than that.",
            "key":
                "The private key: `type`, `bits`, and the number of the `certificate` it is for.",
            "authorities": "`system`, or the file of the authorities that were trusted.",
            "verification":
                "Whether the chain is verified, problems, and the path to the authority.",
            "verified-chain-end": "When the first certificate on the way to the authority ends.",
            "revocation": "Whether revocation was looked at.",
        ],
        example: """
            - certificate:
                path: /etc/gateway/client.pem
                key: /etc/gateway/client.key
                usages: client-authentication
                expires: {warn: 30d, fail: 7d}
                issuer: Contoso Device CA
            - certificate: {path: mail.p12, key: mail.p12, password: {env: P12_PASSWORD}}
            - certificate:
                path: /etc/mail/server.pem
                names: [mail.example.com, 192.0.2.7]
                ca-file: system
                purpose: server-authentication
            """
    ) { options in
        let path = options.required(
            "path", .text,
            "The file in PEM, DER or PKCS#12 form; a relative path counts from the checklist's folder."
        )
        let key = options.optional(
            "key", .text,
            "The file of the private key that must belong to the first certificate; it may be the same file."
        )
        let password = options.optional(
            "password", ValueType<Secret>.secret,
            "Where the password of the files is kept, for a key or PKCS#12 that is encrypted.")
        var expected = CertificateCheck.Expected()
        expected.names =
            options.optional(
                "names", .oneOrMany(.dialHost),
                "Names and addresses that the first certificate must be for.") ?? []
        expected.usages =
            options.optional(
                "usages", .oneOrMany(ValueType<CertificateUsage>.choice),
                "What the first certificate must permit.") ?? []
        expected.isAuthority = options.optional(
            "ca", .boolean, "Whether the first certificate must be one of an authority.")
        let authorities = options.optional(
            "ca-file", .systemOr(.text), without: "nothing is verified",
            "A PEM file of the authorities that the chain must lead to, or `system` for those of the machine."
        )
        options.refuse(
            where: path != nil && authorities.flatMap { $0 }.map(parts) == path.map(parts),
            "a file that vouches for itself proves nothing",
            fix: "name the file of the authorities, or leave ca-file away", at: "ca-file")
        expected.purpose = options.optional(
            "purpose", .choice, without: "any",
            "What the chain is verified for; it needs `ca-file`.")
        options.certificate(&expected.certificate, own: "the first certificate")
        expected.signature = options.optional(
            "signature", .expectation(of: .text),
            "The algorithm of the signature on the first certificate, such as `sha256WithRSAEncryption`."
        )
        options.refuse(
            where: expected.purpose != nil && !options.has("ca-file"),
            "a purpose is what a chain is verified for, and nothing is verified",
            code: "contradiction", fix: "add ca-file, or use usages", at: "purpose")
        options.refuse(
            where: expected.purpose == .codeSigning,
            "a chain cannot be verified for code-signing here", fix: "use usages", at: "purpose")
        if let authorities {
            expected.certificate.verify = true
            expected.certificate.authorities = authorities
        }
        let read = expected
        return options.make(path) { path in
            var check = CertificateCheck(path, expected: read)
            (check.key, check.password) = (key, password)
            return check
        }
    }
}

/// The names in a path, without those that lead nowhere: `./a//b` has those of `a/b`.
private func parts(_ path: String) -> [Substring] {
    (path.hasPrefix("/") ? ["/"] : []) + path.split(separator: "/").filter { $0 != "." }
}
