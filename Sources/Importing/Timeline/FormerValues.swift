/// Finds the values that no longer hold, which stand beside those that do.
enum FormerValues {
    private static let words: Set<String> = [
        "previously", "previous", "previous:", "prev", "originally", "formerly", "was", "earlier",
    ]

    /// The tokens with each former value in brackets as one token.
    ///
    /// A bracket that is never closed ends where the sentence goes on: at another bracket, at
    /// "and expect", or at the end of the sentence.
    static func fold(_ tokens: [Token]) -> [Token] {
        var folded: [Token] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if let end = struckEnd(of: tokens, from: index) {
                folded.append(former(tokens[index..<end]))
                index = end
                continue
            }
            guard token.isSign("([") else {
                folded.append(token)
                index += 1
                continue
            }
            let first = index + 1 < tokens.count ? tokens[index + 1].text : ""
            if words.contains(first) {
                let end = end(of: tokens, from: index + 1)
                folded.append(former(tokens[index..<end]))
                index = end
            } else if token.isSign("("), let end = bareEnd(of: tokens, from: index, after: folded) {
                folded.append(former(tokens[index..<end]))
                index = end
            } else {
                folded.append(token)
                index += 1
            }
        }
        return folded
    }

    private static func former(_ tokens: ArraySlice<Token>) -> Token {
        let inner = tokens.filter { !$0.isSign("()[]~") && !words.contains($0.text) }
        return Token(
            kind: .former(Array(inner)), text: "", isCapital: false,
            range: (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0),
            isGlued: false)
    }

    /// The end of what Markdown strikes out: `~~early May~~`.
    private static func struckEnd(of tokens: [Token], from start: Int) -> Int? {
        func isMark(_ index: Int) -> Bool {
            index + 1 < tokens.count && tokens[index].isSign("~") && tokens[index + 1].isSign("~")
        }
        guard isMark(start) else { return nil }
        return (start + 2..<tokens.count).first(where: isMark).map { $0 + 2 }
    }

    private static func end(of tokens: [Token], from start: Int) -> Int {
        var index = start
        while index < tokens.count {
            let token = tokens[index]
            if token.isSign(")]") { return index + 1 }
            if token.isSign("([") { return index }
            if token.text == "and", index + 1 < tokens.count,
                tokens[index + 1].text.hasPrefix("expect")
            {
                return index
            }
            if token.isSign("."), index + 1 == tokens.count || !tokens[index + 1].isGlued,
                !DateReader(tokens).isInnerDot(index)
            {
                return index
            }
            index += 1
        }
        return index
    }

    /// The end of a bracket that holds nothing but a date, right behind a date.
    private static func bareEnd(of tokens: [Token], from start: Int, after: [Token]) -> Int? {
        guard let close = tokens[start...].prefix(12).firstIndex(where: { $0.isSign(")") }),
            endsInDate(after)
        else { return nil }
        let inner = Array(tokens[(start + 1)..<close])
        let reader = DateReader(inner)
        guard let date = reader.date(at: 0), date.tokens.upperBound == inner.count else {
            return nil
        }
        return close + 1
    }

    /// Whether the last word is a month or a year.
    private static func endsInDate(_ tokens: [Token]) -> Bool {
        guard let last = tokens.last else { return false }
        if last.isSign(".") { return MonthName.isCut(tokens.dropLast().last?.text ?? "") }
        return last.number.map { (2000...2099).contains($0) } ?? false
            || MonthName.number(of: last.text) != nil
    }
}
