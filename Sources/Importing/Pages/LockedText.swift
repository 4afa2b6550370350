/// What a page shows in place of a value that it hides from its reader.
enum LockedText {
    /// What stands for a text that a page blurs.
    static let blot = "███ "
    /// Signs that nobody writes but to hide others.
    private static let blots = Set("█▓▒░■▮▬●•∙⬛◼".unicodeScalars)
    /// Signs that hide others where nothing else stands there.
    private static let masks = Set("*#_?xX·.…-–—".unicodeScalars).union(blots)
    /// Signs of a lock.
    private static let signs = Set("🔒🔐🔏".unicodeScalars)
    /// Signs of a lock, and what surrounds words.
    private static let ornaments = Set("🔒🔐🔏⭐★✨👑()[]{}<>\"'“”‘’.,:;!…-–—|*/•".unicodeScalars)

    /// Whether a line stands in place of a hidden value; `isLast` tells whether it is the last one of
    /// its field, where invitations to pay stand.
    static func isOne(_ line: String, isLast: Bool) -> Bool {
        isMasked(line) || isOfLocks(line) || (isLast && isInvitation(line))
    }

    /// Whether signs or filler stand for a text: "XXXXXXX", "█████", "●●●", "***", "lorem ipsum dolor".
    static func isMasked(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard let first = words.first else { return false }
        if first.lowercased() == "lorem", words.count > 1, words[1].lowercased() == "ipsum" {
            return true
        }
        if first.utf8.count >= 3, first.unicodeScalars.prefix(3).allSatisfy({ $0 == "X" }) {
            return true
        }
        var run = 0
        for sign in line.unicodeScalars where sign != " " {
            run = blots.contains(sign) ? run + 1 : 0
            if run == 3 { return true }
        }
        let signs = line.unicodeScalars.filter { $0 != " " }
        let isRule = signs.allSatisfy { "-–—.…".unicodeScalars.contains($0) }
        return signs.count >= 3 && !isRule && signs.allSatisfy(masks.contains)
            && Set(signs).count <= 2
    }

    /// What says that something is hidden.
    private static let locks: Set = [
        "locked", "hidden", "redacted", "restricted", "blurred", "premium", "unlock", "paywall",
        "members", "membership", "subscribers", "subscription", "subscribe", "upgrade", "login",
        "register", "sign", "signin", "log", "logged", "paid", "premium-only", "members-only",

    ]
    /// What may stand beside it.
    private static let beside: Set = [
        "content", "member", "only", "plan", "plans", "pro", "in", "up", "to", "view", "see",
        "read",
        "show", "reveal", "access", "this", "the", "full", "text", "section", "field", "value",
        "more", "your", "account", "please", "for", "with", "a", "an", "or", "and", "available",
        "requires", "required", "require", "is", "are", "behind", "not", "free", "basic", "now",
        "here", "continue", "all", "details", "our", "of", "article", "rest", "entire", "you",
        "must", "need", "be", "users", "feature", "information", "data", "it", "by", "upgrading",
        "today", "start", "trial", "reading", "everything", "analysis", "get",
    ]

    /// Whether all words of a line are those of a lock: "🔒 Locked", "Premium content", "Sign in to
    /// view", "[redacted]".
    private static func isOfLocks(_ line: String) -> Bool {
        let bare = String(
            String.UnicodeScalarView(
                line.unicodeScalars.map { ornaments.contains($0) ? " " : $0 }))
        let words = bare.lowercased().split(separator: " ").map(String.init)
        if words.isEmpty { return line.unicodeScalars.contains(where: signs.contains) }
        return words.count <= 16 && words.contains(where: locks.contains)
            && words.allSatisfy { locks.contains($0) || beside.contains($0) }
    }

    private static let invitations: [[String]] = [
        ["sign", "in", "to"], ["log", "in", "to"], ["login", "to"], ["register", "to"],
        ["subscribe", "to"], ["upgrade", "to"], ["unlock"], ["please", "sign", "in"],
        ["please", "log", "in"], ["become", "a", "member"], ["members", "only"], ["premium"],
        ["available", "only", "to"], ["only", "available", "to"], ["only", "for"],
    ]
    private static let wares: Set = [
        "premium", "pro", "plan", "plans", "member", "members", "membership", "subscription",
        "subscribers", "subscribe", "account", "unlock", "access", "view", "read", "see",
    ]

    /// Whether a line invites to pay or to sign in for what it does not show: "Unlock all effects with
    /// a premium plan".
    private static func isInvitation(_ line: String) -> Bool {
        let words = Token.words(of: line)
        return words.count <= 16 && invitations.contains { words.starts(with: $0) }
            && words.dropFirst().contains(where: wares.contains)
    }
}
