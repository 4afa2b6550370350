/// What one clause says of a change that does not come.
struct CancellationClause {
    /// Of whom; empty where it is said of all.
    private(set) var part = CancelledPart()
    /// Whether it is said of all but the part.
    private(set) var isException = false
    /// Whether it only says to whom it does not roll out, who may never have been announced.
    private(set) var isRefusal = false
    /// Whether nobody can tell of whom: both sides of the phrase name others.
    private(set) var isDoubtful = false
    /// Whether it is only put off.
    private(set) var isPutOff = false
    /// Whether it is put off for a time that nobody knows, and not only moved.
    private(set) var isOpen = false

    /// Nil for a clause that does not say it.
    ///
    /// - Parameters:
    ///   - clause: The words of the clause.
    ///   - sentence: The sentence that it stands in; nil where only the words are at hand.
    ///   - isRenewed: Whether the sentence says that another one comes instead.
    ///   - known: Words that name the change itself.
    init?(
        _ clause: [Token], of sentence: String?, isRenewed: Bool,
        known: CancellationComplement.Known
    ) {
        let predicates = CancellationPredicate.all(in: clause, known: known)
            .filter(\.isOfTheChange)
        // What is paused and does not go on is cancelled.
        guard let predicate = predicates.first(where: { !$0.kind.isPutOff }) ?? predicates.first
        else { return nil }
        isPutOff = predicate.kind.isPutOff
        isOpen = predicate.kind == .paused || predicate.kind == .pausing || predicate.isOpen
        if predicate.isOfFormer {
            guard !isRenewed else { return nil }
            isDoubtful = true
        }
        let before = CancellationComplement(
            predicate.before, of: sentence, isBehind: false, known: known)
        let after = CancellationComplement(
            isPutOff ? Self.withoutTime(predicate.after) : predicate.after, of: sentence,
            isBehind: true, known: known)
        // "No longer planned for June" is of the date.
        if !after.dates.isEmpty, predicate.said.last.map(Self.plans.contains) ?? false {
            return nil
        }
        // "Was cancelled on May 5" says when that was; to when it is put off is read elsewhere.
        let isOfDate =
            isPutOff
            ? false
            : predicate.said.count == 1 ? after.dates.contains("for") : !after.dates.isEmpty
        if let exception = Self.exception(in: clause[...]) {
            isException = true
            let named = CancellationComplement(
                Array(exception), of: sentence, isBehind: true, known: known)
            part = named.part
            part.words = named.words.joined(separator: ", ")
            isDoubtful = isDoubtful || !part.words.isEmpty || part.isEmpty
            return
        }
        isRefusal = predicate.isRefusal
        part = before.part.isEmpty ? after.part : before.part
        if !before.part.isEmpty, !after.part.isEmpty, before.part != after.part {
            isDoubtful = true
            part.words = after.part.names.joined(separator: ", ")
        } else {
            part.words = (before.words + after.words).joined(separator: ", ")
            isDoubtful = isDoubtful || isOfDate
            if part.isEmpty, isDoubtful {
                let own = predicate.after[...].drop {
                    CancellationWords.prepositions.contains($0.text)
                        || CancellationWords.articles.contains($0.text)
                }
                part.words = CancellationComplement.words(own, of: sentence)
            }
        }
        // To whom it does not roll out where nobody is known, is the change's own limit.
        if isRefusal {
            guard !before.part.isEmpty || !after.part.isEmpty else { return nil }
            isDoubtful = isDoubtful || !part.words.isEmpty
        }
    }

    private static let plans: Set = ["planned", "scheduled"]

    /// What stands behind a put-off up to the time that it names: "until further notice", "to a later
    /// date".
    private static func withoutTime(_ after: [Token]) -> [Token] {
        let end = after.indices.first { index in
            let next = after[(index + 1)...].prefix(3).map(\.text)
            switch after[index].text {
            case "until", "till", "while", "pending", "indefinitely": return true
            case "to", "at", "for", "by":
                return next.contains { ["date", "time", "now", "notice"].contains($0) }
                    || DateReader(after).hasDate(in: (index + 1)..<min(index + 4, after.count))
            case "on", "in", "since":
                return DateReader(after).hasDate(in: (index + 1)..<min(index + 3, after.count))
            default: return false
            }
        }
        return Array(after[..<(end ?? after.count)])
    }

    /// What stands behind "except", "other than" and the like.
    private static func exception(in clause: ArraySlice<Token>) -> ArraySlice<Token>? {
        for index in clause.indices {
            let next = index + 1 < clause.endIndex ? clause[index + 1].text : ""
            let start: Int
            switch (clause[index].text, next) {
            case ("except", "for"), ("except", "in"), ("other", "than"), ("apart", "from"),
                ("outside", "of"), ("exception", "of"):
                start = index + 2
            case ("except", _), ("excluding", _), ("besides", _): start = index + 1
            default: continue
            }
            return clause[start...].prefix { token in
                !CancellationWords.publishers.contains(token.text)
            }
        }
        return nil
    }
}
