/// Whether a post says that nobody has to do anything.
enum NoActionNeeded {
    /// What follows a first word.
    private static let phrases: [String: [[String]]] = [
        "no": [
            ["action"], ["admin", "action"], ["administrator", "action"], ["further", "action"],
            ["preparation"], ["additional", "action"], ["user", "action"], ["tenant", "admin"],
        ],
        "nothing": [["you", "need"]],
        "not": [
            ["need", "to", "do", "anything"], ["need", "to", "take"], ["required", "to", "take"],
        ],
        "don't": [["need", "to", "do", "anything"]],
    ]
    static func says(_ words: [String]) -> Bool {
        words.indices.contains { index in
            let letter = words[index].utf8.first
            guard letter == UInt8(ascii: "n") || letter == UInt8(ascii: "d"),
                let rests = phrases[words[index]]
            else { return false }
            return rests.contains { words[(index + 1)...].starts(with: $0) }
        }
    }

    static func says(_ blocks: [TextBlock]) -> Bool {
        blocks.contains { says(Token.words(of: $0.text)) }
    }
}
