/// Whether a text is about what can be reached over a network.
enum NetworkWords {
    private enum Kind {
        /// Of networks.
        case network
        /// What machines do, or where they do it.
        case demand
        /// What is done to let them.
        case permit
        /// What may send somebody to a page.
        case send
    }

    private static let kinds: [String: Kind] = {
        let lists: [(Kind, [String])] = [
            (
                .network,
                [
                    "host", "hosts", "hostname", "hostnames", "url", "urls", "domain", "domains",
                    "dns", "gateway", "gateways", "server", "servers", "network", "address",
                    "addresses", "ip", "ips", "tls", "https",
                ]
            ),
            (
                .demand,
                [
                    "reach", "reaches", "reachable", "connect", "connects", "connection",
                    "connections", "endpoint", "endpoints", "outbound", "inbound", "traffic", "tcp",
                    "udp",
                ]
            ),
            (
                .permit,
                [
                    "allow", "allows", "allowed", "allowlist", "allowlists", "whitelist", "unblock",
                    "firewall", "firewalls", "proxy", "proxies", "port", "ports", "fqdn", "fqdns",
                ]
            ),
            (
                .send,
                [
                    "learn", "see", "read", "refer", "follow", "open", "visit", "browse",
                    "navigate",
                    "go", "sign", "log", "more", "for",
                ]
            ),
        ]
        return Dictionary(
            uniqueKeysWithValues: lists.flatMap { kind, words in
                words.map { ($0, kind) }
            })
    }()

    /// What the words of a text say of networks; those within addresses say nothing.
    static func topic(of tokens: [Token]) -> NetworkTopic {
        var topic = NetworkTopic()
        for (index, token) in tokens.enumerated() where token.kind == .word {
            guard let kind = kinds[token.text], !isOfAddress(index, tokens) else { continue }
            switch kind {
            case .network: topic.isNetwork = true
            case .demand: topic.isDemanded = true
            case .permit: topic.isPermitted = true
            case .send: topic.maySend = true
            }
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

    /// Whether a sentence sends its reader to a page: "Learn more at …", "sign in to …".
    static func isReference(_ tokens: [Token]) -> Bool {
        tokens.indices.contains { index in
            guard kinds[tokens[index].text] == .send, !isOfAddress(index, tokens) else {
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
