import CanonicalJSON
import Fields
import LocatedYAML

extension CheckKind {
    package static let smtp = CheckKind(
        "smtp", "Whether a mail server takes mail over TLS as expected; no mail is sent."
    ) { options in
        let endpoint = options.endpoint(
            port: 25, "The name of the server: dialled and looked for in its certificate.")
        let security: SMTPCheck.Security = options.optional(
            "security", .choice, default: .startTLS, "starttls",
            "`starttls`: TLS is asked for; `tls`: it begins at once; `none`: there is none.")
        let tls = options.tls(host: endpoint?.host)
        for key in ["server-name", "minimum-version", "verify", "client-certificate"] {
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
        let read = expected
        return options.make(endpoint) { SMTPCheck($0, security, tls, expected: read) }
    }
}
