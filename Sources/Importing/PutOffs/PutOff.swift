/// What a sentence says that puts a change off.
struct PutOff {
    /// Of whom, and how openly.
    let said: CancellationSentence
    /// The place of the last word that puts it off.
    let place: Int
    /// Where its phrase begins.
    private let first: Int
    let tokens: [Token]

    /// Nil for a sentence that puts nothing off, or tells that somebody did so once before.
    ///
    /// - Parameters:
    ///   - tokens: The words of the sentence, with former values as one token.
    ///   - sentence: The sentence; nil where only its words are at hand.
    ///   - known: Words that name the change itself.
    init?(
        _ tokens: [Token], of sentence: String? = nil,
        known: CancellationComplement.Known = CancellationComplement.Known()
    ) {
        guard Cancellation.mayPutOff(tokens) else { return nil }
        let words = tokens.indices.filter { tokens[$0].kind == .word }
        let last = Cancellation.places(in: words.map { tokens[$0].text }).last(
            where: \.kind.isPutOff)
        guard let last else { return nil }
        place = words[last.range.upperBound - 1]
        first = words[last.range.lowerBound]
        // "If updates are paused, this change is delayed" is of a case.
        let colon = tokens[..<first].lastIndex { $0.isSign(":") }.map { $0 + 1 } ?? 0
        guard !CancellationWords.conditions.contains(tokens[colon].text) else { return nil }
        // "Delayed from October 2024" says that the date beside it is the new one.
        guard
            !tokens[..<first].suffix(2).contains(where: { CancellationWords.once.contains($0.text) }
            ),
            place + 1 == tokens.count || tokens[place + 1].text != "from",
            let said = CancellationSentence.read(tokens, of: sentence, known: known)
                .first(where: \.isPutOff)
        else { return nil }
        self.said = said
        self.tokens = tokens
        let behind = tokens[(place + 1)...].prefix { !Self.ahead.contains($0.text) }
        guard !isPast || !Self.isOver(behind.map(\.text)) else { return nil }
    }

    /// What says behind a past put-off that it is over: "was on hold and is now ready".
    private static let over: Set = ["now", "ready", "continue", "continues", "continued", "again"]

    /// Whether words behind a past put-off say that it is over, and not why it was made or that it lasts:
    /// "because it is not ready", "so that we can continue to test".
    private static func isOver(_ words: [String]) -> Bool {
        let denials = CancellationWords.negations.union([
            "no", "none", "without", "cannot", "don't",
        ])
        return words.indices.contains { index in
            over.contains(words[index])
                && !(words[..<index].suffix(3) + words[(index + 1)...].prefix(4))
                    .contains(where: denials.contains)
                && !words[..<index].suffix(4).contains(where: CancellationWords.reasons.contains)
        }
    }

    private static let ahead: Set = ["will", "we'll", "when", "until", "till", "once", "while"]

    /// Whether it tells what was done, and not how things are: "we paused the rollout".
    var isPast: Bool {
        let before = tokens[..<first].suffix(3).map(\.text)
        return before.contains { ["was", "were", "had"].contains($0) }
            || before.last.map(CancellationWords.publishers.contains) ?? false
    }

    /// The first date behind it that is not the day on which it was put off.
    var newDate: DatePhrase? {
        EdgeReader(tokens).edges().map(\.date).first { date in
            guard date.tokens.lowerBound > place else { return false }
            let between = tokens[(place + 1)..<date.tokens.lowerBound].map(\.text)
            return !between.allSatisfy { ["on", "in", "since", "as", "of"].contains($0) }
        }
    }

    /// Whether words put off all that a label names, or all whom they name themselves, and say no new
    /// time.
    static func isOfAll(_ tokens: [Token], label: String) -> Bool {
        guard let putOff = PutOff(tokens), putOff.newDate == nil else { return false }
        let named =
            label.isEmpty ? CancelledPart(of: tokens[...]) : CancelledPart(of: label)
        return !putOff.said.isDoubtful && !putOff.said.isException
            && (putOff.said.part?.covers(named) ?? true)
    }
}
