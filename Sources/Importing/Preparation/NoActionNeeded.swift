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

    /// Each of those has one of these.
    private static let marks = TextMarks(["tion", "dmin", "need", "quir"])

    /// Whether one sentence says so, without a condition and without asking for something beside.
    static func says(_ sentence: String) -> Bool {
        guard marks.occur(in: sentence) else { return false }
        let words = Token.words(of: sentence)
        return stands(in: words) && conditions.isDisjoint(with: words) && !asks(sentence)
    }

    /// Whether a sentence that says so asks for something all the same: "no action is needed to
    /// prepare, but admins must update the connector".
    static func asks(_ sentence: String) -> Bool {
        let clauses = PlainClauses.of(sentence)
        guard clauses.contains(where: { stands(in: $0.words) }) else { return false }
        return clauses.contains { clause in
            guard !stands(in: clause.words) else { return false }
            return RequestWords.demands(clause.words)
                || clause.isOpposed && RequestWords.commands(clause.words)
        }
    }

    private static func stands(in words: [String]) -> Bool {
        words.indices.contains { index in
            let letter = words[index].utf8.first
            guard letter == UInt8(ascii: "n") || letter == UInt8(ascii: "d"),
                let rests = phrases[words[index]]
            else { return false }
            return rests.contains { words[(index + 1)...].starts(with: $0) }
        }
    }

    static func says(_ blocks: [TextBlock]) -> Bool {
        blocks.contains { block in
            marks.occur(in: block.text) && PlainSentences.of(block.text).contains(where: says)
        }
    }
}
