import Fields
import LocatedYAML

extension CheckKind {
    package static let tcp = CheckKind(
        "tcp", "Whether a TCP connection to a host can be made, and what is said on it.",
        sharing: KindFacts.tls,
        facts: [
            "failure": "Why no connection was made, or why the dialogue broke off.",
            "addresses": "Each address that was tried: `address`, `result`, `ms`.",
            "address": "The address that answered.",
            "resolve-ms": "How long the lookup of the name took.",
            "connect-ms": "How long the connection, or the wait for the reply, took.",
            "host": "The host.", "port": "The port.", "connect-to": "What was dialled instead.",
            "dialogue":
                "Each turn that came to its end: `turn`, and `sent-bytes`, `tls` or the first 300"
                + " characters of the `answer` with its `bytes` and `ms`.",
            "captured": "What was kept of the answers, by name.",
            "unfinished": "What came of an answer that had no end.",
        ],
        example: #"""
            - tcp: {host: gateway.example.com, port: 443}
            - tcp: {host: gateway.example.com, port: 443, connect-to: "192.0.2.7:8443", timeout: 3s}
            - tcp: {host: ssh.example.com, port: 22, dialogue: [{expect: {starts-with: SSH-2.0-}}]}
            - tcp:
                host: ftp.example.com
                port: 21
                dialogue:
                  - {expect: {starts-with: "220"}, through: {starts-with: "220 "}}
                  - {send: "AUTH TLS\r\n"}
                  - {expect: {starts-with: "234 "}}
                  - tls: {minimum-version: 1.3, expires: {fail: 7d}}
                  - {send: "FEAT\r\n"}
                  - {expect: UTF8, through: {starts-with: "211 "}}
            - tcp:
                host: irc.example.com
                port: 6667
                dialogue:
                  - {send: "NICK ready\r\nUSER ready 0 * :ready\r\n"}
                  - {through: {starts-with: PING}, capture: {token: "^PING (.*)$"}}
                  - {send: ["PONG ", {captured: token}, "\r\n"]}
                  - {through: {contains: " 001 "}}
            """#
    ) { options in
        let endpoint = options.endpoint("The name or address to connect to.")
        let dialogue = options.optional(
            "dialogue", .dialogue, without: "nothing is said",
            "What is said once the connection stands, turn by turn, until an answer does not fit.")
        return options.make(endpoint) { TCPCheck($0, dialogue?.naming($0.host)) }
    }
}

extension Dialogue {
    /// The same, where TLS without a name of its own looks for this host.
    fileprivate func naming(_ host: String) -> Dialogue {
        Dialogue(
            turns.map { turn in
                guard case .secure(var tls) = turn, tls.certificate.name.isEmpty else {
                    return turn
                }
                tls.certificate.name = host
                return .secure(tls)
            })
    }
}
