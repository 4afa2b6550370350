/// The end of what ends at a moment, such as support: no rollout completes with it, and its day is that
/// of the event.
enum EndOfLife {
    private static let lives: Set<String> = [
        "support", "life", "lifecycle", "service", "availability", "access", "sale", "sales",
        "maintenance", "servicing",
    ]
    private static let moments: Set<String> = ["end", "ends", "ended", "ending", "day", "date"]
    /// What may stand between "end" and what ends.
    private static let kinds: Set<String> = [
        "-", "the", "its", "their", "our", "all", "mainstream", "extended", "security", "product",
        "active", "free", "standard", "technical",
    ]
    private static let helpers: Set<String> = [
        "will", "is", "are", "has", "be", "date", "s", "also",
    ]
    private static let prepositions: Set<String> = [
        "for", "of", "to", "in", "on", "from", "with", "within",
    ]
    /// What is replaced by a rollout, and is none.
    private static let old: Set<String> = ["classic", "old", "legacy"]
    private static let rollouts: Set<String> = [
        "rollout", "rollouts", "release", "deployment", "phase", "stage", "wave", "ring",
        "migration", "update", "upgrade", "preview", "transition", "rolling", "version",
    ]

    /// Whether a word speaks of the end of something that ends at a moment: "end of support",
    /// "availability ends", "support for the old page will end", "we will end support".
    static func isSaid(at index: Int, in tokens: [Token]) -> Bool {
        // Most words begin otherwise, and need not be looked up.
        guard let first = tokens[index].text.utf8.first,
            first == UInt8(ascii: "e") || first == UInt8(ascii: "d"),
            moments.contains(tokens[index].text)
        else { return false }
        let behind = tokens[(index + 1)...].prefix(7).map(\.text).filter { $0 != "-" }
        let isOf = behind.first == "of"
        let isEnd = tokens[index].text.hasPrefix("end")
        if isOf || isEnd,
            let life = behind.dropFirst(isOf ? 1 : 0).first(where: { !kinds.contains($0) })
        {
            if lives.contains(life) { return true }
            if isOf { return life == "updates" && behind.contains("security") }
        }
        let before = tokens[..<index].suffix(20).reversed().drop {
            helpers.contains($0.text) || $0.text.hasSuffix("ly")
        }
        if before.first.map({ lives.contains($0.text) }) ?? false { return true }
        // "The last day of" is none of a subject.
        guard isEnd else { return false }
        return isSubjectOfLife(
            Array(before.prefix { !isClauseEnd($0) }.reversed()), isAfter: behind.first == "after")
    }

    private static func isClauseEnd(_ token: Token) -> Bool {
        token.isSign(",;:!?") || ["we", "and", "but", "while", "when"].contains(token.text)
            || TimelineWords.edge(of: token.text) != nil
    }

    /// Whether the words before "ends" name what ends: "support for X", "the classic page",
    /// "Office 2016", "Contoso Desk"; no rollout ends "after" a day.
    private static func isSubjectOfLife(_ subject: [Token], isAfter: Bool) -> Bool {
        let isLife = subject.indices.contains { index in
            lives.contains(subject[index].text) && index + 1 < subject.count
                && prepositions.contains(subject[index + 1].text)
        }
        guard !isLife else { return true }
        guard !subject.contains(where: { rollouts.contains($0.text) }),
            !AudienceWords.occur(in: subject[...])
        else { return false }
        let isProduct =
            subject.last?.kind == .number
            && subject.dropLast().last.map { token in
                token.kind == .word && token.isCapital && MonthName.number(of: token.text) == nil
            } ?? false
        let names = subject.filter { $0.kind == .word && $0.isCapital }
        let isName =
            names.count == subject.count && names.count > 1
            && !names.contains { MonthName.number(of: $0.text) != nil }
        return isProduct || isName || (isAfter && !subject.isEmpty)
            || subject.contains { old.contains($0.text) }
    }

    private static let over: [[String]] = [
        ["no", "longer"], ["not", "be", "supported"], ["unsupported"], ["stop", "working"],
        ["stops", "working"], ["stop", "functioning"], ["stops", "functioning"],
        ["stop", "being"], ["stops", "being"],
        ["stop", "supporting"], ["drop", "support"], ["cease"], ["ceases"], ["discontinued"],
        ["shut", "down"], ["turned", "off"], ["switched", "off"], ["decommissioned"],
        ["retired"], ["removed"], ["deprecated"],
    ]

    /// Whether words that begin at a place say that something is over from a moment on: "will no longer
    /// be supported after".
    static func isOver(at index: Int, in tokens: [Token]) -> Bool {
        overByFirst[tokens[index].text]?.contains { phrase in
            tokens[index...].prefix(phrase.count).map(\.text) == phrase
        } ?? false
    }

    private static let retirements: Set<String> = [
        "retire", "retires", "retired", "retirement", "remove", "removes", "removed",
    ]

    /// Whether words say that something is over, at whatever moment: "we will retire the old page".
    static func isTold(in tokens: [Token]) -> Bool {
        tokens.indices.contains { index in
            retirements.contains(tokens[index].text) || isOver(at: index, in: tokens)
                || isSaid(at: index, in: tokens)
        }
    }

    private static let overByFirst = Dictionary(grouping: over) { $0[0] }
}
