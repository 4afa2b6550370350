/// Hosts, ports and protocols that a post names in its text.
struct NamedHosts: Hashable {
    /// In the order of the text; at most twenty.
    private(set) var hosts: [String] = []
    /// The port beside the hosts; 443 where none is named.
    private(set) var port = 443
    /// The TLS version that the post speaks of, such as `1.3`.
    private(set) var tls: String?

    private static let most = 20
    private static let ends: Set<String> = [
        "com", "net", "org", "us", "cn", "mil", "gov", "eu", "uk", "de", "ms", "io", "cloud",
    ]

    init(_ blocks: [TextBlock]) {
        for block in blocks {
            let words = block.text.split(separator: " ")
            for (index, word) in words.enumerated() {
                if let host = Self.host(word), !hosts.contains(host), hosts.count < Self.most {
                    hosts.append(host)
                }
                let next =
                    index + 1 < words.count ? words[index + 1].prefix { !",.;)".contains($0) } : ""
                if word.lowercased() == "port", let number = Int(next),
                    (1...65_535).contains(number)
                {
                    port = number
                }
                if word.uppercased() == "TLS", ["1.2", "1.3"].contains(Self.version(words, index)) {
                    tls = Self.version(words, index)
                }
            }
        }
    }

    private static func version(_ words: [Substring], _ index: Int) -> String {
        guard index + 1 < words.count else { return "" }
        return String(words[index + 1].prefix { $0.isNumber || $0 == "." }.prefix(3))
    }

    /// The host that a word is; nil for other words, addresses of mail and of pages, and names of
    /// interfaces, which have capitals.
    private static func host(_ word: Substring) -> String? {
        let name = word.drop { "(\"'“".contains($0) }.prefix { !",;:)\"'”".contains($0) }
        let bare = name.hasSuffix(".") ? name.dropLast() : name
        let labels = bare.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 3, bare.utf8.count <= 253, let last = labels.last,
            ends.contains(String(last)),
            labels.allSatisfy({ label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-")
                    && !label.hasSuffix("-")
                    && label.utf8.allSatisfy {
                        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
                    }
            })
        else { return nil }
        return String(bare)
    }
}
