/// Which of the hosts of a sentence it speaks of as blocked, removed or gone: a check that they answer
/// would ask for the opposite.
struct NetworkSense {
    /// For each token whether a host there is averted.
    private(set) var averted: [Bool]

    /// Verbs whose object is to be kept away.
    private static let averting: Set<String> = [
        "block", "blocks", "blocking", "deny", "denies", "denying", "remove", "removes",
        "removing", "delete", "deletes", "deleting", "disallow", "disallows", "reject", "rejects",
        "drop", "drops", "prohibit", "restrict", "restricts", "stop", "avoid", "close", "disable",
        "disables", "disabling", "retire", "retires", "retiring", "decommission",
        "decommissions", "decommissioning", "replace", "replaces", "replacing", "blocklist",
        "blacklist", "denylist", "discontinue", "unregister",
    ]
    /// Verbs whose object is to be reached.
    private static let wanting: Set<String> = [
        "allow", "allows", "allowing", "allowed", "add", "adds", "adding", "permit", "permits",
        "open", "opens", "reach", "reaches", "connect", "connects", "unblock", "unblocks",
        "whitelist", "allowlist", "use", "uses", "using", "need", "needs",
    ]
    private static let negations: Set<String> = [
        "not", "don't", "never", "longer", "won't", "cannot", "can't", "doesn't", "without",
        "isn't",
        "aren't", "no", "nothing", "none",
    ]
    /// What turns an averting verb round: "avoid blocking".
    private static let turns: Set<String> = ["avoid", "stop", "without", "avoids", "stops"]
    /// What makes a case of a verb: "if you block", "organizations that block".
    private static let conditions: Set<String> = [
        "if", "when", "where", "unless", "whether", "that", "who", "which", "in", "case",
    ]
    /// What is moved away from.
    private static let moves: Set<String> = [
        "move", "moves", "moving", "moved", "migrate", "migrates", "migrating", "switch",
        "switches", "switching", "redirect", "redirects", "redirected", "transition", "away",
    ]
    /// Other words of a move, where something stands behind "to" as well.
    private static let changes: Set<String> = [
        "change", "changes", "changed", "changing", "update", "updated", "renamed", "url", "urls",
    ]
    private static let nouns: Set<String> = [
        "host", "hosts", "url", "urls", "domain", "domains", "address", "addresses", "endpoint",
        "endpoints", "site", "sites",
    ]
    /// What is said of a host that does not answer any more, behind its name.
    private static let gone: Set<String> = [
        "reachable", "reached", "available", "accessible", "supported", "used", "needed",
        "required",
        "resolve", "resolves", "resolvable", "respond", "responds", "answer", "answers", "work",
        "works", "exist", "exists", "use", "accept", "accepts", "serve", "serves",
    ]
    private static let ended: Set<String> = [
        "blocked", "retired", "decommissioned", "removed", "disabled", "deprecated", "discontinued",
        "deleted", "denied", "closed", "replaced", "withdrawn", "unavailable", "unreachable",
        "offline", "inaccessible", "sunset",
    ]
    private static let helpers: Set<String> = [
        "will", "be", "is", "are", "been", "being", "has", "have", "was", "were", "now", "then",
        "get",
        "gets", "should", "must", "no", "goes", "go", "becomes", "become", "also",
    ]

    /// - Parameters:
    ///   - tokens: The words of a sentence.
    ///   - isAverted: Whether what stands above it says so of all that it names.
    init(_ tokens: [Token], isAverted: Bool = false) {
        averted = Array(repeating: isAverted, count: tokens.count)
        readBefore(tokens, isAverted)
        readBehind(tokens)
    }

    /// What a verb says of the names behind it.
    private mutating func readBefore(_ tokens: [Token], _ isAverted: Bool) {
        var state = isAverted
        var last = ""
        /// Whether the verb only says what for: "To avoid errors, …".
        var isAim = false
        for (index, token) in tokens.enumerated() {
            let near = tokens[..<index].suffix(3).map(\.text)
            let isNegated = near.contains(where: Self.negations.contains)
            if token.isSign(";") { state = isAverted }
            if token.kind == .word, !token.isPart(of: tokens, at: index) {
                switch token.text {
                case let verb where Self.averting.contains(verb):
                    let isTurned = near.last.map(Self.turns.contains) ?? false
                    state = !isNegated && !isTurned && !Self.isCase(tokens, index)
                    isAim = near.last == "to" && index <= 2
                    last = verb
                case "blocked"
                where index + 1 < tokens.count
                    && Self.nouns.contains(tokens[index + 1].text):
                    state = true
                case let verb where Self.wanting.contains(verb):
                    // "Remove it from the list of allowed hosts" is no demand.
                    guard !(state && Self.isOfAList(tokens, index)) else { break }
                    // "Stop using" is none either; "cannot reach" is one.
                    let isAverted = isNegated && !["reach", "reaches", "connect"].contains(verb)
                    state = isAverted || (last == "stop" && near.last == "stop")
                    last = verb
                case "from" where Self.isLeft(tokens, index):
                    state = true
                    last = "from"
                case "instead" where index + 1 < tokens.count && tokens[index + 1].text == "of",
                    "rather" where index + 1 < tokens.count && tokens[index + 1].text == "than":
                    state = true
                    last = "instead"
                case "with", "by":
                    if last.hasPrefix("replac") { state = false }
                case "to" where last == "from":
                    state = false
                    last = "to"
                case "but", "while", "whereas", "except", "excluding": state = false
                default: break
                }
            }
            if token.isSign(","), last == "instead" || isAim { (state, isAim) = (isAverted, false) }
            averted[index] = state
        }
    }

    /// What is said of the names that stand before it: "old.example.com will not be reachable".
    private mutating func readBehind(_ tokens: [Token]) {
        for (index, token) in tokens.enumerated() where token.kind == .word {
            let isEnded = Self.ended.contains(token.text)
            guard isEnded || Self.gone.contains(token.text), !token.isPart(of: tokens, at: index)
            else { continue }
            var start = index
            var isNegated = false
            var isHelped = false
            if token.text == "use", start > 0, tokens[start - 1].text == "in" { start -= 1 }
            while start > 0,
                Self.helpers.contains(tokens[start - 1].text)
                    || Self.negations.contains(tokens[start - 1].text)
                    || tokens[start - 1].text.hasSuffix("ly")
            {
                start -= 1
                isNegated = isNegated || Self.negations.contains(tokens[start].text)
                isHelped = true
            }
            guard isHelped, isEnded != isNegated else { continue }
            markBack(from: start, tokens)
        }
        for (index, token) in tokens.enumerated()
        where index > 0 {
            let isOfWill =
                ["stop", "end", "expire"].contains(token.text)
                && tokens[index - 1].text == "will"
            guard isOfWill || ["stops", "ends", "expires"].contains(token.text) else { continue }
            markBack(from: index, tokens)
        }
    }

    /// Marks the names right before a place: back to a word that is of something else.
    private mutating func markBack(from end: Int, _ tokens: [Token]) {
        var index = end - 1
        while index >= 0 {
            let text = tokens[index].text
            let isCase = ["if", "when", "unless", "where", "which"].contains(text)
            if tokens[index].isSign(";") || Self.wanting.contains(text) || isCase
                || ["but", "while", "that", "ensure", "as", "because", "since", "so"].contains(text)
            {
                // "If a.example.com is not reachable" says that it must be.
                if isCase {
                    for place in index..<end { averted[place] = false }
                }
                return
            }
            averted[index] = true
            index -= 1
        }
    }

    /// Whether a "from" stands before what is left: "move from a to b", "away from a".
    private static func isLeft(_ tokens: [Token], _ index: Int) -> Bool {
        let near = tokens[..<index].suffix(3).map(\.text)
        return near.contains(where: moves.contains)
            || (near.contains(where: changes.contains)
                && tokens[index...].prefix(12).contains { $0.text == "to" })
    }

    /// Whether a verb only says of a case what would be: "if you block", "firewalls that block".
    private static func isCase(_ tokens: [Token], _ index: Int) -> Bool {
        let near = tokens[..<index].suffix(4)
        guard let place = near.lastIndex(where: { conditions.contains($0.text) }) else {
            return false
        }
        let between = tokens[(place + 1)..<index]
        if between.contains(where: { $0.isSign(",;:") }) { return false }
        switch tokens[place].text {
        // "We recommend that you block".
        case "that": return between.isEmpty
        case "in", "case": return tokens[max(0, place - 1)...place].contains { $0.text == "case" }
        default: return true
        }
    }

    /// Whether a word is of the name of a list: "your allow list", "the allowed hosts".
    private static func isOfAList(_ tokens: [Token], _ index: Int) -> Bool {
        let behind = tokens[(index + 1)...].prefix(3).map(\.text)
        let before = tokens[..<index].suffix(3).map(\.text)
        return behind.contains { ["list", "lists", "rules", "hosts", "-"].contains($0) }
            || before.contains { ["your", "the", "from", "any", "all"].contains($0) }
    }

    /// Whether words above names say so of all of them: "Remove these from your allow list:", "Old URL".
    static func isAverted(above tokens: [Token]) -> Bool {
        let sense = NetworkSense(tokens)
        let old: Set<String> = ["old", "retired", "former", "deprecated", "legacy", "blocked"]
        return sense.averted.last ?? false || tokens.prefix(3).contains { old.contains($0.text) }
    }

    /// Whether a cell of a row says so of all that the row names: "Remove", "Blocked".
    static func isAverted(inRow cells: [String]) -> Bool {
        cells.contains { cell in
            let words = Token.words(of: cell)
            return words.count <= 2
                && words.contains { averting.contains($0) || ended.contains($0) }
        }
    }
}

extension Token {
    /// Whether it stands within a host or an address.
    fileprivate func isPart(of tokens: [Token], at index: Int) -> Bool {
        let isBehind = isGlued && index > 0 && tokens[index - 1].isSign("./:-_@")
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let isBefore =
            next.map { sign in
                sign.isGlued && sign.isSign("./:-_@") && index + 2 < tokens.count
                    && tokens[index + 2].isGlued
            } ?? false
        return isBehind || isBefore
    }
}
