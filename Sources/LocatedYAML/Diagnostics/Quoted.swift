/// Text of the author within a message.
enum Quoted {
    /// The text, cut where it is long.
    static func short(_ text: String) -> String {
        let longest = 60
        return text.count > longest ? text.prefix(longest) + "…" : text
    }
}
