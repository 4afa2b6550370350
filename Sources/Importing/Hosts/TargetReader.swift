/// Reads what a word names on a network.
struct TargetReader {
    /// What a word names, with the port that stands in it.
    struct Found: Hashable {
        let target: NetworkTarget
        let port: ServicePort?
        /// Whether it is to be kept away from, or is gone.
        var isAverted = false
    }

    /// What the text beside the word says of networks.
    let topic: NetworkTopic
    /// Whether the text sends its reader to a page.
    let isReference: Bool
    /// Whether the word is all that stands there, as in a list of addresses.
    let isAlone: Bool
    /// What the whole text sets as code.
    let code: Set<String>

    private var isAmongNetworks: Bool { topic.isAny }

    /// Whether a host is named for a person to read or open something there.
    private func isToRead(_ host: String, hasPath: Bool, after before: String) -> Bool {
        if ReadingHost.isOne(host) {
            // Only what is let through by name is more: "Allow these:", a row of endpoints.
            let isListed = isAlone && topic.isDemanded && !hasPath
            return isReference || !(topic.isPermitted || isListed)
        }
        if before == "open" { return true }
        return isReference && !topic.isDemanded && !topic.isPermitted
    }

    /// What a word between two blanks names, after the word `before` in small letters; nil for nothing.
    func target(_ raw: Substring, after before: String) -> Found? {
        let bytes = raw.utf8
        guard bytes.contains(where: { ".:".utf8.contains($0) }),
            !bytes.contains(UInt8(ascii: "@"))
        else { return nil }
        let word = Self.trimmed(raw)
        if let scheme = word.firstRange(of: "://") {
            return address(word[..<scheme.lowerBound], word[scheme.upperBound...], after: before)
        }
        if let pattern = pattern(word) { return Found(target: pattern, port: nil) }
        let isVersion = ["version", "build", "v", "release", "versions"].contains(before)
        if !isVersion, let target = NetworkAddress.target(word) {
            return Found(target: target, port: nil)
        }
        guard !word.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let (name, port) = Self.split(word)
        if let port {
            if let target = NetworkAddress.target(Self.unbracketed(name)), target.isSingle {
                return Found(target: target, port: port)
            }
            return HostName.host(name, .init(isAddressed: true))
                .map { Found(target: .host($0), port: port) }
        }
        let evidence = HostName.Evidence(
            isAmongNetworks: isAmongNetworks, isCode: code.contains(String(word)))
        return HostName.host(name, evidence)
            .flatMap { isToRead($0, hasPath: false, after: before) ? nil : $0 }
            .map { Found(target: .host($0), port: nil) }
    }

    /// The host of an address on the web, where it is more than a page to read.
    private func address(
        _ scheme: Substring, _ rest: Substring, after before: String
    ) -> Found? {
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let hasPath = !rest[end...].drop { $0 == "/" }.isEmpty
        let (name, port) = Self.split(rest[..<end])
        // With a path it is a page to read or to open, but where machines need it.
        let isNeeded = isAlone && isAmongNetworks || topic.isDemanded || topic.isPermitted
        let isPage =
            isReference || (hasPath && !isNeeded)
            || isToRead(name.lowercased(), hasPath: hasPath, after: before)
        guard port != nil || !isPage, let usual = port ?? ServicePort.ofScheme(scheme) else {
            return nil
        }
        let carried = ServicePort(
            .tcp, usual.first, isTLS: ServicePort.ofScheme(scheme)?.isTLS ?? false)
        if let pattern = pattern(name) { return Found(target: pattern, port: carried) }
        let target =
            NetworkAddress.target(Self.unbracketed(name))
            ?? HostName.host(name, .init(isAddressed: true)).map { .host($0) }
        return target.map { Found(target: $0, port: carried) }
    }

    /// `*.example.com`, `<tenant>.example.com`, `{region}.example.com`; nil for other words.
    private func pattern(_ word: Substring) -> NetworkTarget? {
        guard let first = word.first, "*<{[".contains(first), let point = word.firstIndex(of: ".")
        else { return nil }
        let rest = word[word.index(after: point)...].prefix { $0 != "/" }
        let evidence = HostName.Evidence(isAmongNetworks: true)
        guard word[..<point].utf8.count <= 40, HostName.host(rest, evidence) != nil else {
            return nil
        }
        return .pattern("\(word[..<point]).\(rest)")
    }

    /// A name and the port behind a colon.
    private static func split(_ word: Substring) -> (name: Substring, port: ServicePort?) {
        guard let colon = word.lastIndex(of: ":"),
            !word[..<colon].contains(":") || word.first == "["
        else { return (word, nil) }
        let digits = word[word.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), let number = Int(digits),
            let port = ServicePort(.tcp, number)
        else { return (word, nil) }
        return (word[..<colon], port)
    }

    /// An IPv6 address without its brackets.
    private static func unbracketed(_ name: Substring) -> Substring {
        name.hasPrefix("[") && name.hasSuffix("]") ? name.dropFirst().dropLast() : name
    }

    private static func trimmed(_ word: Substring) -> Substring {
        var word = word.drop { "(\"'“‘".contains($0) }
        while let last = word.last, ".,;:!?)\"'”’".contains(last) { word.removeLast() }
        // A bracket around the whole word, and none of a placeholder or of an IPv6 address.
        if word.hasPrefix("["), word.hasSuffix("]"), !word.contains("://") {
            let inner = word.dropFirst().dropLast()
            if !inner.contains("]") { word = inner }
        }
        return word
    }
}
