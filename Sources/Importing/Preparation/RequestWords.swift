/// The words in which posts ask people for something.
enum RequestWords {
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

    /// Whether a sentence asks for something, be it as an offer.
    static func isRequest(_ words: [String]) -> Bool {
        let start = words.first == "please" ? 1 : 0
        guard words.count > start else { return false }
        if verbs.contains(words[start]) { return true }
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

    /// Whether a clause says that somebody must do something, or should.
    static func demands(_ words: [String]) -> Bool {
        let demands = [
            ["must"], ["have", "to"], ["has", "to"], ["need", "to"], ["needs", "to"],
            ["required", "to"], ["you", "should"], ["admins", "should"],
            ["administrators", "should"], ["we", "recommend"], ["is", "recommended"],
            ["we", "strongly", "recommend"], ["make", "sure"],
        ]
        return words.indices.contains { place in
            let isDenied = words[..<place].suffix(2).contains {
                ["not", "no", "nobody", "never"].contains($0) || $0.hasSuffix("n't")
            }
            return !isDenied && demands.contains { words[place...].starts(with: $0) }
        }
    }

    /// Whether a clause begins with a request.
    static func commands(_ words: [String]) -> Bool {
        words.drop { $0 == "please" || $0 == "then" }.first.map(verbs.contains) ?? false
    }
}
