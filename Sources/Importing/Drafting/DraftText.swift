import Rollout

/// The text of a draft while it is written.
struct DraftText {
    private(set) var text = ""
    /// Where the keys of the mapping that is being written are from, in their order.
    private var sources: [Provenance.Source: [String]] = [:]

    mutating func blank() { text += "\n" }

    mutating func comment(_ words: String, indent: Int = 0) {
        text += margin(indent) + YAMLQuoting.comment(words) + "\n"
    }

    /// A line of our own words.
    mutating func line(_ line: String, indent: Int = 0) { text += margin(indent) + line + "\n" }

    /// A key with words of others; nothing where they are empty.
    mutating func put(
        _ key: String, _ words: String, indent: Int = 0, from source: String = "",
        by origin: Provenance.Source? = nil
    ) {
        guard !words.isEmpty else { return }
        put(key, raw: YAMLQuoting.scalar(words), indent: indent, from: source, by: origin)
    }

    mutating func put(
        _ key: String, _ words: [String], indent: Int, from source: String,
        by origin: Provenance.Source? = nil
    ) {
        guard !words.isEmpty else { return }
        put(key, raw: YAMLQuoting.list(words), indent: indent, from: source, by: origin)
    }

    /// A key with a value that is YAML already, such as a date.
    mutating func put(
        _ key: String, raw value: String, indent: Int = 0, from source: String = "",
        by origin: Provenance.Source? = nil
    ) {
        if let origin { note(key, by: origin) }
        let provenance = source.isEmpty ? "" : "  " + YAMLQuoting.comment(source)
        text += "\(margin(indent))\(key): \(value)\(provenance)\n"
    }

    /// Notes where a key of the mapping that is being written is from.
    mutating func note(_ key: String, by origin: Provenance.Source) {
        sources[origin, default: []].append(key)
    }

    /// Whether the mapping that is being written has a key whose source was noted.
    func has(_ key: String) -> Bool { sources.values.contains { $0.contains(key) } }

    /// Where the keys of the mapping are from, which ends it.
    mutating func putProvenance(indent: Int) {
        let lists = Provenance.Source.allCases.compactMap { source in
            sources[source].map { "\(source.rawValue): [\($0.joined(separator: ", "))]" }
        }
        sources = [:]
        guard !lists.isEmpty else { return }
        line("provenance:", indent: indent)
        for list in lists { line(list, indent: indent + 2) }
    }

    private func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }
}
