/// Finds what there is to do in the preparation sections of a post.
enum PreparationReader {
    /// Verbs that begin a request.
    private static let verbs: Set<String> = [
        "add", "adjust", "allow", "apply", "ask", "assess", "assign", "avoid", "block", "change",
        "check",
        "choose", "communicate", "complete", "configure", "confirm", "connect", "consider",
        "contact", "create", "delete", "deploy", "determine", "develop", "disable", "download",
        "educate", "enable", "encourage", "ensure", "evaluate", "export", "familiarize", "follow",
        "get", "give", "go", "help", "identify", "implement", "inform", "install", "instruct",
        "join", "let", "make",
        "manage", "migrate", "modify", "monitor", "move", "navigate", "notify", "open", "opt",
        "perform", "plan",
        "prepare", "provide", "publish", "reconfigure", "register", "remind", "remove", "renew",
        "replace", "request", "review", "run",
        "save", "schedule", "select", "set", "share", "sign", "start", "stop", "submit", "switch",
        "tell", "test",
        "train", "transition", "turn", "understand", "uninstall", "update", "upgrade", "use",
        "validate", "verify", "visit", "work",
    ]

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
        guard let first = words.first, !NoActionNeeded.says(words) else {
            // "no action required, but you may want to notify your users" asks all the same.
            return standard(words, sentence)
        }
        let usual = standard(words, sentence)
        guard usual.isEmpty else { return usual }
        guard !(first == "learn" && words.dropFirst().first == "more"),
            !sentence.hasPrefix("#"), !sentence.holds("| Microsoft"),
            !sentence.hasSuffix("Microsoft Learn")
        else { return [] }
        return isRequest(words) ? [PreparationTask(kind: .other, text: sentence)] : []
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

    private static func isRequest(_ words: [String]) -> Bool {
        let start = words.first == "please" ? 1 : 0
        if words.count > start, verbs.contains(words[start]) { return true }
        // "If you want to keep it, set …", "To turn it off, select …".
        if ["if", "to", "before", "when", "after", "for"].contains(words[start]),
            words.dropFirst(3).contains(where: verbs.contains),
            words.contains(where: ["you", "your", "admins", "admin"].contains)
        {
            return true
        }
        let asks = [
            ["you", "should"], ["you", "need"], ["you", "must"], ["you", "can"], ["you", "may"],
            ["we", "recommend"], ["admins", "can"], ["admins", "should"], ["admins", "need"],
            ["admins", "must"], ["administrators", "can"], ["administrators", "should"],
            ["is", "recommended"], ["we", "encourage"], ["must", "have"], ["must", "be"],
            ["should", "be"], ["we", "suggest"], ["you'll", "need"],
        ]
        return asks.contains { ask in
            words.indices.contains { words[$0...].starts(with: ask) }
        }
    }

    private static func has(_ words: [String], _ phrase: String...) -> Bool {
        words.indices.contains { words[$0...].starts(with: phrase) }
    }
}
