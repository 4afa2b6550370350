/// Cuts a sentence into what has a subject and a verb of its own: "the rollout in GCC is cancelled" and
/// "Worldwide continues".
enum CancellationClauses {
    private static let always: Set = ["but", "while", "whereas", "however", "so", ";"]

    /// The clauses, each with the subject that it takes over from the one before it: "the rollout in GCC
    /// was paused and has been cancelled".
    static func of(_ tokens: [Token]) -> [[Token]] {
        var clauses: [[Token]] = []
        var start = 0
        for index in tokens.indices where index >= start {
            let text = tokens[index].text
            guard
                always.contains(text)
                    || (text == "and" || text == ",") && cuts(tokens, start, index)
            else { continue }
            put(tokens[start..<index], into: &clauses)
            start = index + 1
        }
        put(tokens[start...], into: &clauses)
        return clauses
    }

    /// Whether a sign or an "and" stands between two clauses, and not in a list of names.
    private static func cuts(_ tokens: [Token], _ start: Int, _ index: Int) -> Bool {
        let before = tokens[start..<index]
        guard before.contains(where: isVerb), !isReason(before) else { return false }
        let rest = tokens[(index + 1)...].prefix { token in
            token.text != "," && token.text != "and" && !always.contains(token.text)
        }
        guard let first = rest.first, !CancellationWords.relatives.contains(first.text) else {
            return false
        }
        // "In GCC, because …" goes on with a reason.
        return !isReason(rest) && rest.prefix(10).contains(where: isVerb)
    }

    private static func isVerb(_ token: Token) -> Bool {
        CancellationWords.verbs.contains(token.text)
    }

    /// Whether words begin with a reason, behind what stands before a colon.
    static func isReason(_ tokens: ArraySlice<Token>) -> Bool {
        let colon = tokens.lastIndex { $0.text == ":" }
        let words = colon.map { tokens[($0 + 1)...] } ?? tokens
        guard let first = words.first else { return false }
        return CancellationWords.reasons.contains(first.text)
            || (first.text == "in"
                && CancellationWords.reasonsBehindIn.contains(words.dropFirst().first?.text ?? ""))
    }

    private static func put(_ clause: ArraySlice<Token>, into clauses: inout [[Token]]) {
        let own = Array(clause.drop { $0.text == "and" || $0.text == "," })
        guard let first = own.first else { return }
        let isElided =
            isVerb(first) && !CancellationWords.publishers.contains(first.text)
            || CancellationWords.negations.contains(first.text) || first.text == "no"
        guard isElided, let last = clauses.last else { return clauses.append(own) }
        // "May" is a month here: "planned for May and has been delayed".
        let end = last.firstIndex { isVerb($0) && !($0.text == "may" && $0.isCapital) } ?? 0
        let isOfPublisher =
            end < last.count && CancellationWords.publishers.contains(last[end].text)
        clauses.append(Array(last[..<(isOfPublisher ? end + 1 : end)]) + own)
    }
}
