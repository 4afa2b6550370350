/// A clause that says that a change does not come, or not yet, with of whom it says so.
struct CancellationSentence {
    let sentence: String
    /// Nil where it is said of all.
    let part: CancelledPart?
    /// Whether it is said of all but the part.
    let isException: Bool
    /// Whether it only says to whom it does not roll out, who may never have been announced.
    let isRefusal: Bool
    /// Whether nobody can tell of whom it is said: then nothing is cancelled for it.
    let isDoubtful: Bool
    /// Whether the change is only put off, and may come.
    let isPutOff: Bool
    /// Whether it is put off for a time that nobody knows, and not only moved.
    let isOpen: Bool

    /// What texts say of a change that does not come at all; `known` are words that name the change itself, such as those of its title.
    static func all(
        in texts: [String], known: CancellationComplement.Known
    ) -> [CancellationSentence] {
        texts.filter(Cancellation.endMarks.occur).flatMap { PlainSentences.of($0) }
            .filter(Cancellation.endMarks.occur).flatMap { sentence in
                read(Token.tokens(of: sentence), of: sentence, known: known)
            }.filter { !$0.isPutOff }
    }

    /// What one sentence says of a change that does not come, or not yet; without its text where only its words are at hand.
    static func read(
        _ tokens: [Token], of sentence: String? = nil,
        known: CancellationComplement.Known = CancellationComplement.Known()
    ) -> [CancellationSentence] {
        let own = Array(
            tokens.prefix(mostTokens).reversed().drop { $0.isSign(".!?") }.reversed())
        let clauses = CancellationClauses.of(own)
        let isRenewed = own.contains { CancellationWords.renewals.contains($0.text) }
        let read = clauses.map {
            CancellationClause($0, of: sentence, isRenewed: isRenewed, known: known)
        }
        return zip(clauses.indices, read).compactMap { place, said in
            guard let said else { return nil }
            var part = said.part
            var isDoubtful = said.isDoubtful
            if part.isEmpty {
                // "GCC is delayed, and we have decided not to proceed" may be of GCC or of all.
                let others = clauses.indices.filter { $0 != place }.flatMap { other in
                    CancellationComplement(
                        clauses[other], of: sentence, isBehind: false, known: known
                    ).part.names
                }
                part.words = others.joined(separator: ", ")
                isDoubtful = isDoubtful || !others.isEmpty
            }
            return CancellationSentence(
                sentence: sentence ?? "", part: part.isEmpty && !isDoubtful ? nil : part,
                isException: said.isException, isRefusal: said.isRefusal, isDoubtful: isDoubtful,
                isPutOff: said.isPutOff, isOpen: said.isOpen)
        }
    }

    /// No sentence that a person reads has more words and signs; what is behind them is not read.
    private static let mostTokens = 400

    /// Whether words say of all that a label names, or of all whom they name themselves, that it does
    /// not come.
    static func isOfAll(_ tokens: [Token], label: String) -> Bool {
        let named =
            label.isEmpty ? CancelledPart(of: tokens[...]) : CancelledPart(of: label)
        return read(tokens).contains { said in
            !said.isPutOff && !said.isDoubtful && !said.isException
                && (said.part?.covers(named) ?? true)
        }
    }
}
