/// Finds what there is to do in the preparation sections of a post.
enum PreparationReader {
    /// The tasks in the order of the text; a task that is asked for twice is one.
    static func tasks(of sections: [Section]) -> [PreparationTask] {
        var tasks: [PreparationTask] = []
        for section in sections where section.kind == .preparation {
            /// How deep the item lies whose list of details follows.
            var detailed: Int?
            for block in section.blocks {
                if let depth = detailed, block.depth > depth { continue }
                detailed = nil
                let opensList = block.kind != .item && block.text.hasSuffix(":")
                let isOneTask = !opensList || saysHow(block.text)
                // What a list of requests is introduced by is none itself.
                let found = isOneTask ? self.tasks(in: block) : []
                if !found.isEmpty, opensList || block.kind == .item { detailed = block.depth }
                for task in found where !tasks.contains(where: { Self.isSame($0, task) }) {
                    tasks.append(task)
                }
            }
        }
        return tasks
    }

    /// Whether the list that follows is a click path, or ways to one end.
    private static func saysHow(_ text: String) -> Bool {
        let words = Token.tokens(of: text).map(\.text)
        return words.contains {
            ["steps", "methods", "method", "ways", "options", "one", "path"].contains($0)
        }
    }

    private static func isSame(_ left: PreparationTask, _ right: PreparationTask) -> Bool {
        left.kind == .other || right.kind == .other
            ? left.text == right.text : left.kind == right.kind
    }

    private static func tasks(in block: TextBlock) -> [PreparationTask] {
        let tasks = PlainSentences.of(block.text).flatMap { Self.tasks(in: $0) }
        // An item asks for one thing, however many sentences it takes.
        return block.kind == .item && tasks.allSatisfy({ $0.kind == .other })
            ? Array(tasks.prefix(1)) : tasks
    }

    private static func tasks(in sentence: String) -> [PreparationTask] {
        let words = Token.words(of: sentence)
        let usual = standard(words, sentence)
        // "no action required, but you may want to notify your users" asks all the same.
        guard let first = words.first, usual.isEmpty, !NoActionNeeded.says(sentence) else {
            return usual
        }
        guard !(first == "learn" && words.dropFirst().first == "more"),
            !sentence.hasPrefix("#"), !sentence.holds("| Microsoft"),
            !sentence.hasSuffix("Microsoft Learn")
        else { return [] }
        return RequestWords.isRequest(words) || NoActionNeeded.asks(sentence)
            ? [PreparationTask(kind: .other, text: sentence)] : []
    }

    /// The sentences that most posts have.
    private static func standard(_ words: [String], _ sentence: String) -> [PreparationTask] {
        let all = Set(words)
        var kinds: [PreparationTask.Kind] = []
        if has(words, "review", "your", "current", "configuration")
            || has(words, "review", "your", "configuration")
        {
            kinds.append(.review)
        }
        if !all.isDisjoint(with: ["notify", "inform"]) { kinds.append(.notify) }
        if all.contains("documentation"), !all.isDisjoint(with: ["update", "updating"]) {
            kinds.append(.documentation)
        }
        if all.contains("training"), !all.isDisjoint(with: ["update", "updating", "provide"]) {
            if !kinds.contains(.documentation) { kinds.append(.training) }
        }
        return kinds.map { PreparationTask(kind: $0, text: sentence) }
    }

    private static func has(_ words: [String], _ phrase: String...) -> Bool {
        words.indices.contains { words[$0...].starts(with: phrase) }
    }
}
