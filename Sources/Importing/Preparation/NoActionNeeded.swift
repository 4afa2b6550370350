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
    private static let firstLetters: Set<UInt8> = [UInt8(ascii: "n"), UInt8(ascii: "d")]

    static func says(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard let letter = words[index].utf8.first, firstLetters.contains(letter),
                let rests = phrases[words[index]]
            else { return false }
            return rests.contains { words[(index + 1)...].starts(with: $0) }
        }
    }

    static func says(_ blocks: [TextBlock]) -> Bool {
        blocks.contains { block in
            says(Token.tokens(of: block.text).filter { $0.kind == .word }.map(\.text))
        }
    }
}
