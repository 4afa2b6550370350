/// A phrase with what stands before and behind it in its clause.
struct CancellationPredicate {
    let before: [Token]
    let said: [String]
    let kind: CancellationPhrase.Kind
    let after: [Token]
    let known: CancellationComplement.Known

    /// The phrases of a clause.
    static func all(
        in clause: [Token], known: CancellationComplement.Known
    ) -> [CancellationPredicate] {
        let places = clause.indices.filter { clause[$0].kind == .word }
        let words = places.map { clause[$0].text }
        return Cancellation.places(in: words).prefix(mostPhrases).map { phrase, kind in
            CancellationPredicate(
                before: withoutReason(clause[..<places[phrase.lowerBound]]),
                said: Array(words[phrase]), kind: kind,
                after: Array(clause[(places[phrase.upperBound - 1] + 1)...]), known: known)
        }
    }

    /// No clause that a person reads has more of them.
    private static let mostPhrases = 20

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
        guard kind == .rolling || kind == .releasing, !said.starts(with: ["no", "longer"]) else {
            return false
        }
        return complement.contains { ["to", "for", "in", "on", "by"].contains($0) }
    }

    /// The words behind it up to those that say why.
    private var complement: [String] {
        let words = wordsAfter
        let end = words.indices.first { index in
            CancellationWords.reasons.contains(words[index])
                || (words[index] == "in" && index + 1 < words.count
                    && CancellationWords.reasonsBehindIn.contains(words[index + 1]))
        }
        return Array(words[..<(end ?? words.count)])
    }

    /// Whether it is said, and of the change itself: not in a case, not for a time, and not of what
    /// others do.
    var isOfTheChange: Bool {
        let near = wordsBefore.suffix(6)
        guard near.allSatisfy({ !CancellationWords.conditions.contains($0) }), !isNegated,
            wordsAfter.allSatisfy({ word in
                !CancellationWords.limits.contains(word) || (kind.isPutOff && word != "unless")
            })
        else { return false }
        // "Previously cancelled, it now comes".
        if let last = wordsBefore.last, CancellationWords.once.contains(last) { return false }
        // "This will not happen automatically" says how it does.
        if let next = wordsAfter.first, Self.manners.contains(next) { return false }
        switch kind {
        case .cancelled: return isParticiple
        case .paused, .postponed: return isPutOff
        case .cancelling, .pausing, .postponing:
            return isDoneByPublisher && (hasObject || isKnownObject)
        case .happening: return subject.isEmpty || isSubjectOfChange || isKnownSubject(least: 1)
        case .rolling, .goingOn: return isSubjectKnown || isKnownSubject(least: 1)
        case .releasing: return isOfRelease
        case .ending: return known.isOfEnd && isOfRelease
        case .making:
            return isDoneByPublisher && hasObject
                && ["this", "these"].contains(after.first?.text)
        }
    }

    /// "This change is not cancelled", "no longer cancelled".
    private var isNegated: Bool {
        let rest = wordsBefore.reversed().drop(while: Self.isHelper)
        return rest.first.map(CancellationWords.negations.contains) ?? false
    }

    private static let manners: Set = [
        "automatically", "immediately", "instantly", "overnight", "simultaneously", "directly",
    ]

    private static func isHelper(_ word: String) -> Bool {
        CancellationWords.helpers.contains(word) || word.hasSuffix("ly")
    }

    /// The words before what only helps to say it.
    private var subject: [Token] {
        Array(before.reversed().drop { Self.isHelper($0.text) || $0.isSign(",") }.reversed())
    }

    private var helpers: [String] {
        Array(wordsBefore.reversed().prefix(while: Self.isHelper))
    }

    private var isDoneByPublisher: Bool {
        guard
            let place = wordsBefore.lastIndex(where: {
                CancellationWords.publishers.contains($0) || $0 == "decision"
            })
        else { return false }
        return wordsBefore[place...].allSatisfy { !CancellationWords.others.contains($0) }
    }

    /// "Cancelled" alone, "the rollout has been cancelled", "we have cancelled the rollout"; and not
    /// "cancelled meetings".
    private var isParticiple: Bool {
        if helpers.contains(where: CancellationWords.passives.contains) {
            return isSubjectOfChange || isKnownSubject(least: 2)
        }
        if let last = subject.last, CancellationWords.publishers.contains(last.text) {
            return hasObject || isKnownObject
        }
        // "Rollout cancelled", "Rollout in GCC cancelled", "Cancelled for GCC" are lines of a status.
        let colon = before.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let line = before[colon...].filter { $0.kind == .word }.map(\.text)
        let isLine =
            line.allSatisfy(Self.isHelper)
            || (line.count <= 6 && isSubjectOfChange
                && !line.contains(where: CancellationWords.verbs.contains))
        return isLine && goesOn
    }

    /// "The rollout is on hold", "we have put this rollout on hold", "we have paused the rollout".
    private var isPutOff: Bool {
        // What will be suspended on a day is what the announcement is of.
        if kind == .paused, helpers.contains("will"), !isOpen { return false }
        if said.last == "hold",
            let verb = wordsBefore.lastIndex(
                where: ["put", "putting", "placed", "placing"].contains),
            verb + 1 < wordsBefore.count
        {
            let object = wordsBefore[(verb + 1)...]
            return isDoneByPublisher
                && (object.contains(where: CancellationWords.things.contains)
                    || ["it", "this"].contains(object.last))
        }
        // "Planned for May 2025 and now postponed".
        let start = before.lastIndex { ["and", "but", ",", ":"].contains($0.text) }
        let own = before[(start.map { $0 + 1 } ?? 0)...]
        if own.allSatisfy({ Self.isHelper($0.text) }), goesOn { return true }
        return isParticiple && !subject.contains { CancellationWords.owners.contains($0.text) }
    }

    /// Whether what stands behind a participle goes on with it, and is not what it tells apart:
    /// "cancelled meetings".
    private var goesOn: Bool {
        wordsAfter.first.map {
            CancellationWords.prepositions.contains($0)
                || (kind.isPutOff && CancellationWords.goesOnBehind($0))
        } ?? true
    }

    /// Whether a put-off says that its end is not known.
    var isOpen: Bool {
        let words = said + wordsAfter
        return CancellationWords.openTimes.contains { phrase in
            words.indices.contains { words[$0...].starts(with: phrase) }
        }
    }

    /// "This update will not be released", "we no longer plan to release it".
    private var isOfRelease: Bool {
        let object = object
        if isDoneByPublisher { return object.isEmpty || hasObject || isKnownObject }
        guard object.isEmpty else { return false }
        return subject.isEmpty || isSubjectOfChange || isKnownSubject(least: 2)
    }

    /// The words behind the phrase up to a preposition or a reason.
    private var object: [Token] {
        after.prefix { token in
            token.kind == .word && !CancellationWords.prepositions.contains(token.text)
                && !CancellationWords.reasons.contains(token.text)
        }.filter { !$0.text.hasSuffix("ly") && !Self.adverbs.contains($0.text) }
    }

    private static let adverbs: Set = ["out", "anymore", "again", "yet", "now", "either"]

    /// Whether an object behind the phrase is what a publisher cancels.
    private var hasObject: Bool {
        let object = object.map(\.text)
        if kind == .ending, object.first == "support" { return true }
        if object == ["it"] || object == ["this"] { return true }
        return object.contains(where: CancellationWords.things.contains)
            && !(object.last.map { !CancellationWords.things.contains($0) && $0.hasSuffix("s") }
                ?? true)
    }

    /// Whether the object is what the announcement is called by.
    private var isKnownObject: Bool {
        let object = object
        return known.names(object[...], least: object.contains(where: \.isCapital) ? 1 : 2)
    }

    /// Whether the object is another one, which came before this change.
    var isOfFormer: Bool {
        wordsAfter.prefix(4).contains(where: CancellationWords.former.contains)
    }

    /// Whether the noun that it is said of is what a publisher cancels, or whom a change reaches: "the
    /// rollout in the clouds of the government has been".
    private var isSubjectOfChange: Bool {
        let subject = subject
        return nouns(of: subject).contains { start in
            let noun = noun(of: subject, from: start)
            // "The change described in this post has been".
            let named = noun.reversed().first {
                !CancellationWords.ofTheChange.contains($0.text)
                    || CancellationWords.things.contains($0.text)
            }
            guard let head = named ?? noun.last else { return false }
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
                || (kind.isPutOff && CancellationWords.plans.contains(head.text))
                || Self.pronouns.contains(noun.map(\.text).joined(separator: " "))
                || AudienceWords.occur(in: noun.suffix(2)) || PlatformWords.platform(head) != nil
        }
    }

    private static let pronouns: Set = ["this", "it", "this message", "this post"]

    /// Whether the subject is what the announcement is called by: "Contoso Mail has been".
    private func isKnownSubject(least count: Int) -> Bool {
        let subject = subject
        return nouns(of: subject).contains { start in
            known.names(noun(of: subject, from: start), least: count)
        }
    }

    /// Where a noun may begin in a subject.
    private func nouns(of subject: [Token]) -> [Int] {
        let colon = subject.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let last = subject.lastIndex { $0.text == "," || $0.text == "that" }.map { $0 + 1 } ?? colon
        return [colon, max(colon, last)]
    }

    private func noun(of subject: [Token], from start: Int) -> ArraySlice<Token> {
        subject[start...].prefix { token in
            !CancellationWords.prepositions.contains(token.text) && !token.isSign("(,")
        }
    }

    /// Whether somebody or something is named before it that does or does not go on with a change.
    private var isSubjectKnown: Bool {
        let subject = subject
        let colon = subject.lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let own = subject[colon...]
        guard own.contains(where: { $0.kind == .word }) else { return true }
        if own.last.map({ $0.text == "it" }) ?? false { return true }
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
