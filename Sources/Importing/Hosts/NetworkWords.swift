/// Whether a text is about what can be reached over a network.
enum NetworkWords {
    private static let words: Set<String> = [
        "host", "hosts", "hostname", "hostnames", "url", "urls", "domain", "domains", "dns",
        "gateway", "gateways", "server", "servers", "network", "address", "addresses", "ip", "ips",
        "tls", "https",
    ]
    /// What machines do, or where they do it.
    private static let demands: Set<String> = [
        "reach", "reaches", "reachable", "connect", "connects", "connection", "connections",
        "endpoint", "endpoints", "outbound", "inbound", "traffic", "tcp", "udp",
    ]
    /// What is done to let them.
    private static let permits: Set<String> = [
        "allow", "allows", "allowed", "allowlist", "allowlists", "whitelist", "unblock", "firewall",
        "firewalls", "proxy", "proxies", "port", "ports", "fqdn", "fqdns",
    ]

    /// What the words of a text say of networks; those within addresses say nothing.
    static func topic(of tokens: [Token]) -> NetworkTopic {
        var topic = NetworkTopic()
        for (index, token) in tokens.enumerated() where token.kind == .word {
            let word = token.text
            let isPermit = permits.contains(word)
            let isDemand = !isPermit && demands.contains(word)
            guard isPermit || isDemand || words.contains(word), !isOfAddress(index, tokens) else {
                continue
            }
            topic.isPermitted = topic.isPermitted || isPermit
            topic.isDemanded = topic.isDemanded || isDemand
            topic.isNetwork = topic.isNetwork || !(isPermit || isDemand)
        }
        return topic
    }

    static func occur(in tokens: [Token]) -> Bool { topic(of: tokens).isAny }

    /// Whether a word stands within a host, a path or an address: "proxy/firewall" is none.
    private static func isOfAddress(_ index: Int, _ tokens: [Token]) -> Bool {
        var start = index
        while start > 0, tokens[start].isGlued { start -= 1 }
        var end = index + 1
        while end < tokens.count, tokens[end].isGlued { end += 1 }
        // A point between two words, or the sign of a scheme.
        return (start..<end).dropFirst().contains { place in
            guard place + 1 < end else { return false }
            return tokens[place].isSign(".") && !tokens[place + 1].isSign(".,;:)\"")
                || (tokens[place].isSign(":") && tokens[place + 1].isSign("/"))
        }
    }

    /// The words that may send somebody to a page.
    private static let sends: Set<String> = [
        "learn", "see", "read", "refer", "follow", "open", "visit", "browse", "navigate", "go",
        "sign", "log", "more", "for",
    ]

    /// Whether a sentence sends its reader to a page: "Learn more at …", "sign in to …".
    static func isReference(_ tokens: [Token]) -> Bool {
        tokens.indices.contains { index in
            guard sends.contains(tokens[index].text), !isOfAddress(index, tokens) else {
                return false
            }
            let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
            let last = index > 0 ? tokens[index - 1].text : ""
            switch tokens[index].text {
            case "learn", "see", "read", "refer", "follow", "open":
                return (index == 0 || [",", "(", ";", "please", ":"].contains(last))
                    && !["port", "ports", "tcp", "udp"].contains(next)
            case "visit", "browse", "navigate": return true
            case "go": return next == "to"
            case "sign", "log": return next == "in"
            case "more": return ["information", "details", "help", "about"].contains(next)
            case "for": return index == 0 && ["details", "help"].contains(next)
            default: return false
            }
        }
    }
}
