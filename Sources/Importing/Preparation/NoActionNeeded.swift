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
    /// What makes another thing of it: "if no action is taken", "no action is required unless".
    private static let conditions: Set = [
        "if", "unless", "until", "without", "otherwise", "except",
    ]

    /// Whether one sentence says so, and without a condition.
    static func says(_ words: [String]) -> Bool {
        guard conditions.isDisjoint(with: words) else { return false }
        return words.indices.contains { index in
            let letter = words[index].utf8.first
            guard letter == UInt8(ascii: "n") || letter == UInt8(ascii: "d"),
                let rests = phrases[words[index]]
            else { return false }
            return rests.contains { words[(index + 1)...].starts(with: $0) }
        }
    }

    static func says(_ blocks: [TextBlock]) -> Bool {
        blocks.contains { block in
            PlainSentences.of(block.text).contains { says(Token.words(of: $0)) }
        }
    }
}
