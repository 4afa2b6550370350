/// The text of a draft while it is written.
struct DraftText {
    private(set) var text = ""

    mutating func blank() { text += "\n" }

    mutating func comment(_ words: String, indent: Int = 0) {
        text += margin(indent) + YAMLQuoting.comment(words) + "\n"
    }

    /// A line of our own words.
    mutating func line(_ line: String, indent: Int = 0) { text += margin(indent) + line + "\n" }

    /// A key with words of others; nothing where they are empty.
    mutating func put(_ key: String, _ words: String, indent: Int = 0, from source: String = "") {
        guard !words.isEmpty else { return }
        put(key, raw: YAMLQuoting.scalar(words), indent: indent, from: source)
    }

    mutating func put(_ key: String, _ words: [String], indent: Int, from source: String) {
        guard !words.isEmpty else { return }
        put(key, raw: YAMLQuoting.list(words), indent: indent, from: source)
    }

    /// A key with a value that is YAML already, such as a date.
    mutating func put(_ key: String, raw value: String, indent: Int = 0, from source: String = "") {
        let provenance = source.isEmpty ? "" : "  " + YAMLQuoting.comment(source)
        text += "\(margin(indent))\(key): \(value)\(provenance)\n"
    }

    private func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }
}
