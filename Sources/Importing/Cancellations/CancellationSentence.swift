/// A clause that says that a change does not come, with of whom it says so.
struct CancellationSentence {
    let sentence: String
    /// Nil where it is said of all.
    let part: CancelledPart?
    /// Whether it is said of all but the part.
    let isException: Bool
    /// Whether it only says to whom it does not roll out, who may never have been announced.
    let isRefusal: Bool

    /// What texts say; `known` are words that name the change itself, such as those of its title.
    static func all(in texts: [String], known: Set<String>) -> [CancellationSentence] {
        texts.filter(Cancellation.maySay).flatMap { PlainSentences.of($0) }
            .filter(Cancellation.maySay).flatMap { sentence in
                clauses(Token.tokens(of: sentence)).compactMap {
                    CancellationSentence($0, of: sentence, known)
                }
            }
    }

    /// "Worldwide goes on, but we do not proceed in GCC" says it of one of the two.
    private static func clauses(_ tokens: [Token]) -> [ArraySlice<Token>] {
        tokens.split { token in
            ["but", "while", "whereas", "however", ";"].contains(token.text)
        }
    }

    private init?(_ clause: ArraySlice<Token>, of sentence: String, _ known: Set<String>) {
        self.sentence = sentence
        let isSaid = PhaseStatus.said(in: Array(clause)) == .cancelled
        isRefusal = !isSaid
        guard
            isSaid
                || Cancellation.phrase(
                    in: clause.filter { $0.kind == .word }.map(\.text)) != nil
        else { return nil }
        let exception = Self.exception(in: clause)
        isException = exception != nil
        var part = exception.map { CancelledPart(of: $0) } ?? CancelledPart(cancelledIn: clause)
        if part.isEmpty { part.words = Self.others(in: clause, sentence, known) ?? "" }
        // To whom it does not roll out where nobody is known, is the change's own limit.
        if !isSaid, part.isEmpty || !part.words.isEmpty { return nil }
        self.part = part.isEmpty ? nil : part
    }

    /// What stands behind "except", "other than" and the like.
    private static func exception(in clause: ArraySlice<Token>) -> ArraySlice<Token>? {
        for index in clause.indices {
            let next = index + 1 < clause.endIndex ? clause[index + 1].text : ""
            switch (clause[index].text, next) {
            case ("except", _), ("excluding", _), ("besides", _): return clause[(index + 1)...]
            case ("other", "than"), ("apart", "from"), ("outside", "of"), ("exception", "of"):
                return clause[(index + 2)...]
            default: continue
            }
        }
        return nil
    }

    /// Whom "for …" names, where it is neither all of them nor a time or a reason.
    private static func others(
        in clause: ArraySlice<Token>, _ sentence: String, _ known: Set<String>
    ) -> String? {
        for index in clause.indices where clause[index].text == "for" {
            let rest = clause[(index + 1)...].drop { articles.contains($0.text) }
            let words = rest.prefix(5).prefix { $0.kind == .word && !ends.contains($0.text) }
            guard let first = words.first, !known.contains(first.text),
                MonthName.number(of: first.text) == nil,
                !words.contains(where: { neutral.contains($0.text) })
            else { continue }
            // "For tenants" are all of them, "for education tenants" are some.
            guard words.contains(where: { !people.contains($0.text) }) else { continue }
            return PhaseCollector.words(words, of: sentence)
        }
        return nil
    }

    private static let articles: Set<String> = ["the", "all", "our", "your", "any", "a", "an"]
    private static let ends: Set<String> = [
        "we", "will", "is", "are", "was", "has", "at", "and", "because", "due", "as", "in", "on",
        "with", "to", "that", "which", "who",
    ]
    private static let people: Set<String> = [
        "tenants", "customers", "users", "organizations", "organisations", "admins", "everyone",
        "you",
    ]
    private static let neutral: Set<String> = [
        "this", "that", "these", "now", "time", "present", "moment", "foreseeable", "future",
        "feature", "change", "changes", "rollout", "release", "update", "announcement", "its", "it",
        "plan", "plans", "reason", "reasons", "feedback", "schedule", "timeline", "more", "further",
    ]
}
