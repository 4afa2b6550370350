/// Whether a text is about what can be reached over a network.
enum NetworkWords {
    private static let words: Set<String> = [
        "host", "hosts", "hostname", "hostnames", "fqdn", "fqdns", "url", "urls", "domain",
        "domains",
        "endpoint", "endpoints", "firewall", "firewalls", "proxy", "proxies", "allow", "allowed",
        "allowlist", "allowlists", "whitelist", "port", "ports", "tcp", "udp", "dns", "reach",
        "reaches", "reachable", "connect", "connects", "connections", "gateway", "gateways",
        "server", "servers", "network", "outbound", "inbound", "traffic", "unblock", "address",
        "addresses", "ip", "ips", "tls", "https",
    ]

    static func occur(in tokens: [Token]) -> Bool { tokens.contains { words.contains($0.text) } }

    /// Whether a sentence sends its reader to a page: "Learn more at …".
    static func isReference(_ tokens: [Token]) -> Bool {
        let start = tokens.prefix(3).map(\.text)
        return ["learn", "see", "read", "visit", "refer"].contains(start.first ?? "")
            || start == ["for", "more", "information"] || start == ["for", "more", "details"]
            || start == ["for", "details", ","]
    }
}
