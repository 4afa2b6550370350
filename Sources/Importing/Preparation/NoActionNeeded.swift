/// Whether a post says that nobody has to do anything.
enum NoActionNeeded {
    private static let phrases: [[String]] = [
        ["no", "action"], ["no", "admin", "action"], ["no", "administrator", "action"],
        ["no", "further", "action"], ["no", "preparation"], ["nothing", "you", "need"],
        ["not", "need", "to", "do", "anything"], ["not", "need", "to", "take"],
        ["don't", "need", "to", "do", "anything"], ["no", "additional", "action"],
        ["not", "required", "to", "take"], ["no", "user", "action"], ["no", "tenant", "admin"],
    ]

    static func says(_ words: [String]) -> Bool {
        words.indices.contains { index in
            (words[index] == "no" || words[index] == "not" || words[index] == "nothing"
                || words[index].hasPrefix("don"))
                && phrases.contains { words[index...].starts(with: $0) }
        }
    }

    static func says(_ blocks: [TextBlock]) -> Bool {
        blocks.contains { block in
            says(Token.tokens(of: block.text).filter { $0.kind == .word }.map(\.text))
        }
    }
}
