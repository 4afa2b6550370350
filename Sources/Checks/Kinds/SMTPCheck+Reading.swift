import CanonicalJSON
import Fields
import LocatedYAML

extension CheckKind {
    package static let smtp = CheckKind(
        "smtp", "Whether a mail server takes mail over TLS as expected; no mail is sent.",
        sharing: KindFacts.connection + KindFacts.tls,
        facts: [
            "greeting": "What the server said first.",
            "capabilities-before-tls": "What it offers in plain bytes.",
            "capabilities": "What it offers in the end, with parameters.",
            "host": "The host.", "port": "The port.",
        ],
        example: """
            - smtp:
                host: mail.example.com
                port: 587
                expires: {warn: 30d, fail: 7d}
                capabilities: {contains: SIZE}
                auth: {contains: PLAIN, lacks: CRAM-MD5}
            """
    ) { options in
        let endpoint = options.endpoint(
            port: 25, "The name of the server: dialled and looked for in its certificate.")
        let security: SMTPCheck.Security = options.optional(
            "security", .choice, default: .startTLS, "starttls",
            "`starttls`: TLS is asked for; `tls`: it begins at once; `none`: there is none.")
        let (tls, ofTLS) = options.asked { options.tls(host: endpoint?.host) }
        for key in ofTLS {
            options.refuse(
                where: security == .none && options.has(key),
                "\(key) is about TLS, and security: none asks for no TLS", code: "contradiction",
                fix: "remove security: none, or \(key)", at: key)
        }
        var expected = SMTPCheck.Expected()
        expected.greeting = options.optional(
            "greeting", .expectation(of: .content), "What the server must say first.")
        expected.capabilities = options.optional(
            "capabilities", .expectation(of: .list(.text)),
            "The keywords that it must offer in the end, in capital letters.")
        expected.logins = options.optional(
            "auth", .expectation(of: .list(.text)),
            "The ways to log in that it must offer in the end, in capital letters.")
        for (key, wanted) in [("capabilities", expected.capabilities), ("auth", expected.logins)] {
            options.refuse(
                where: wanted.map { CheckKind.isNeverOffered($0) } ?? false,
                "\(key) are compared as single words in capital letters, without what stands behind"
                    + " an equals sign, so that this is never found",
                fix: "write it as SIZE or PLAIN; ways to log in stand under auth", at: key)
        }
        expected.capabilities = expected.capabilities?.ignoringCase
        expected.logins = expected.logins?.ignoringCase
        let read = expected
        return options.make(endpoint) { SMTPCheck($0, security, tls, expected: read) }
    }

    /// Whether one of the texts or patterns is found in no keyword and no way to log in.
    private static func isNeverOffered(_ wanted: ValueExpectation) -> Bool {
        // In a pattern an equals sign may also ask for what stands before or behind.
        let patterns = wanted.patterns.flatMap { pattern in
            pattern.split(separator: "(?=").flatMap { $0.split(separator: "(?<=") }.map(String.init)
        }
        return wanted.literals.contains { $0 != $0.uppercased() || $0.contains(" ") }
            || (wanted.literals + patterns).contains { $0.contains("=") }
    }
}
