/// A phrase with what stands before and behind it in its clause.
struct CancellationPredicate {
    let before: [Token]
    let said: [String]
    let after: [Token]

    /// The phrases of a clause.
    static func all(in clause: [Token]) -> [CancellationPredicate] {
        let places = clause.indices.filter { clause[$0].kind == .word }
        let words = places.map { clause[$0].text }
        return Cancellation.places(in: words).map { phrase in
            CancellationPredicate(
                before: withoutReason(clause[..<places[phrase.lowerBound]]),
                said: Array(words[phrase]),
                after: Array(clause[(places[phrase.upperBound - 1] + 1)...]))
        }
    }

    /// What stands before a phrase without a reason that leads to it: "after feedback from GCC
    /// customers we".
    private static func withoutReason(_ before: ArraySlice<Token>) -> [Token] {
        guard CancellationClauses.isReason(before) else { return Array(before) }
        if let place = before.lastIndex(where: {
            CancellationWords.publishers.contains($0.text)
        }) {
            return Array(before[place...])
        }
        let subject = before.indices.dropFirst().first { index in
            before[index - 1].text == ","
                && (CancellationWords.articles.contains(before[index].text)
                    || CancellationWords.things.contains(before[index].text))
        }
        let place =
            subject ?? before.lastIndex { $0.text == "," }
            ?? before.firstIndex { CancellationWords.things.contains($0.text) }
            ?? before.endIndex
        return Array(before[place...])
    }

    private var wordsBefore: [String] { before.filter { $0.kind == .word }.map(\.text) }
    private var wordsAfter: [String] { after.filter { $0.kind == .word }.map(\.text) }

    /// Whether it says to whom a change does not roll out, and not that it no longer does.
    var isRefusal: Bool {
        (said.last?.hasPrefix("roll") ?? false) && said.first != "no"
            && wordsAfter.contains { ["to", "for", "in", "on", "by"].contains($0) }
    }

    /// Whether it is said, and of the change itself: not in a case, not for a time, and not of what
    /// others do.
    var isOfTheChange: Bool {
        let near = wordsBefore.suffix(6)
        guard near.allSatisfy({ !CancellationWords.conditions.contains($0) }),
            wordsAfter.allSatisfy({ !CancellationWords.limits.contains($0) }), !isNegated
        else { return false }
        switch said.last {
        case "cancelled", "canceled", "withdrawn": return isParticiple
        case "cancelling", "canceling", "cancel": return isDoneByPublisher && hasObject
        case "happen", "planned": return isSubjectOfChange || subject.isEmpty
        default: return isSubjectKnown
        }
    }

    /// "This change is not cancelled", "no longer cancelled".
    private var isNegated: Bool {
        let rest = wordsBefore.reversed().drop(while: CancellationWords.helpers.contains)
        return rest.first.map(CancellationWords.negations.contains) ?? false
    }

    /// The words before what only helps to say it.
    private var subject: [Token] {
        Array(
            before.reversed().drop {
                CancellationWords.helpers.contains($0.text) || $0.isSign(",")
            }.reversed())
    }

    private var helpers: [String] {
        Array(wordsBefore.reversed().prefix(while: CancellationWords.helpers.contains))
    }

    private var isDoneByPublisher: Bool {
        wordsBefore.contains { word in
            CancellationWords.publishers.contains(word) || word == "decision"
        }
    }

    /// "Cancelled" alone, "the rollout has been cancelled", "we have cancelled the rollout"; and not
    /// "cancelled meetings".
    private var isParticiple: Bool {
        if helpers.contains(where: CancellationWords.passives.contains) { return isSubjectOfChange }
        if let last = subject.last, CancellationWords.publishers.contains(last.text) {
            return hasObject
        }
        // "Rollout cancelled", "Rollout in GCC cancelled", "Cancelled for GCC" are lines of a status.
        let colon = before.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let line = before[colon...].filter { $0.kind == .word }.map(\.text)
        let isLine =
            line.isEmpty
            || (line.count <= 6 && isSubjectOfChange
                && !line.contains(where: CancellationWords.verbs.contains))
        return isLine
            && (wordsAfter.first.map(CancellationWords.prepositions.contains) ?? true)
    }

    /// Whether an object behind the phrase is what a publisher cancels.
    private var hasObject: Bool {
        let object = after.prefix { token in
            token.kind == .word && !CancellationWords.prepositions.contains(token.text)
                && !CancellationWords.reasons.contains(token.text)
        }.map(\.text).filter { !$0.hasSuffix("ly") }
        if object == ["it"] || object == ["this"] { return true }
        return object.contains(where: CancellationWords.things.contains)
            && !(object.last.map { !CancellationWords.things.contains($0) && $0.hasSuffix("s") }
                ?? true)
    }

    /// Whether the object is another one, which came before this change.
    var isOfFormer: Bool {
        wordsAfter.prefix(4).contains(where: CancellationWords.former.contains)
    }

    /// Whether the noun that it is said of is what a publisher cancels, or whom a change reaches: "the
    /// rollout in the clouds of the government has been".
    private var isSubjectOfChange: Bool {
        let subject = subject
        let colon = subject.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let last = subject.lastIndex { $0.text == "," || $0.text == "that" }.map { $0 + 1 } ?? colon
        return [colon, max(colon, last)].contains { start in
            let noun = subject[start...].prefix { token in
                !CancellationWords.prepositions.contains(token.text) && !token.isSign("(,")
            }
            guard let head = noun.last else { return false }
            // "The rollout, which was planned for May, has been".
            let rest = subject[noun.endIndex...]
            if rest.first?.text == ",", let next = rest.dropFirst().first,
                !CancellationWords.relatives.contains(next.text),
                !CancellationWords.ofTheChange.contains(next.text),
                AudienceWords.audience(at: rest.startIndex + 1, in: rest) == nil
            {
                return false
            }
            return CancellationWords.things.contains(head.text)
                || noun.map(\.text) == ["this"]
                || AudienceWords.occur(in: noun.suffix(2)) || PlatformWords.platform(head) != nil
        }
    }

    /// Whether somebody or something is named before it that does or does not go on with a change.
    private var isSubjectKnown: Bool {
        let subject = subject
        let colon = subject.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let own = subject[colon...]
        guard own.contains(where: { $0.kind == .word }) else { return true }
        let known = own.lastIndex { token in
            CancellationWords.publishers.contains(token.text)
                || CancellationWords.things.contains(token.text)
                || PlatformWords.platform(token) != nil
        }
        let place = known ?? (AudienceWords.occur(in: own) ? own.startIndex : nil)
        guard let place else { return false }
        return own[place...].allSatisfy { !CancellationWords.others.contains($0.text) }
    }
}
