import Rollout

/// Facts that several kinds have, each with what it is.
package enum KindFacts {
    package typealias List = [(name: String, summary: String)]

    /// Of what looks at a path of the machine, or works in a folder of it.
    static let machinePath: List = [
        (CheckReport.resolvedPath, "The path that was looked at, or worked in, from the root.")
    ]

    /// Of connecting.
    static let connection: List = [
        ("failure", "Why there is no whole session or answer, where there is none."),
        ("addresses", "Each address that was tried: `address`, `result`, `ms`."),
        ("address", "The address that answered."),
        ("resolve-ms", "How long the lookup of the name took."),
        ("connect-ms", "How long the connection took."),
        ("connect-to", "What was dialled instead."),
    ]

    /// Of a TLS session.
    static let tls: List = [
        ("handshake-ms", "How long the handshake took."),
        ("handshake", "How the handshake ended."),
        ("first-bytes", "What came where it was no TLS."),
        ("version", "The version of the protocol."),
        ("cipher", "The cipher, by its IANA name."),
        ("group", "The group of the key exchange."),
        ("signature", "The algorithm of the server's signature."),
        ("alpn", "The application protocol."),
        ("secure-renegotiation", "Whether renegotiation is secure."),
        (
            "certificates",
            "The first 20 certificates as presented, each with its key and its dates."
        ),
        ("certificates-count", "How many certificates there were."),
        ("earliest-end", "When the first of the presented certificates ends."),
        (
            "holds-until",
            "When a certificate ends, or comes within `fail` of its end: the outcome counts no longer than that."
        ),
        (
            "verified-chain-end",
            "When the first certificate on the way to the authority ends."
        ),
        (
            "verification",
            "Whether the chain is verified, problems, and the path to the authority."
        ),
        ("revocation", "Whether revocation was looked at, and what the stapled answer says."),
        ("stapled", "The stapled answer: `status`, its dates, and why it was revoked."),
        ("client-certificate-requested", "Whether the server asked for a client certificate."),
        ("client-authorities", "The authorities that it accepts client certificates of."),
        ("own-certificate", "The client certificate that was to be sent."),
    ]

    /// Of a request over HTTP.
    static let http: List = [
        ("url", "What was asked last."), ("method", "The method."),
        (
            "redirects",
            "Those who were asked before: `url`, `status`, `address`, `version`, `issuer`."
        ),
        ("request", "`not sent` where the session was not as expected."),
        (
            "client-certificate-requested-late",
            "The server asked for a client certificate once it had the request."
        ),
        ("status", "The status."), ("http-version", "The version that was spoken."),
        ("headers", "The first 50 headers; of cookies the names alone."),
        ("headers-count", "How many headers there were, where not all are kept."),
        ("content-bytes", "How many bytes the body has, after decompression."),
        ("content-cut", "More of the body came than was waited for."),
        ("response-ms", "From the request to the first byte of the answer."),
        ("transfer-ms", "From there to the last byte."),
        ("total-ms", "From the first lookup to the last byte."),
        ("proxy", "The proxy."), ("proxy-status", "What the proxy answered."),
    ]
}
