/// A year that a text counts from the day on which it was written: "next year", "later this year".
struct CountedYear: Hashable {
    /// The year of the publication.
    let published: Int
    /// Whether all versions are of one year, so that nobody asks which of them the words are of.
    let isSure: Bool

    /// "In the next year" and "over this year" are spans of time from any day on.
    private static let spans: Set<String> = ["the", "a", "per", "each", "every", "over", "within"]

    /// The tokens with each such year as one token.
    func fold(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.text == "year" }) else { return tokens }
        var folded: [Token] = []
        var index = 0
        while index < tokens.count {
            guard let (year, end) = year(at: index, in: tokens) else {
                folded.append(tokens[index])
                index += 1
                continue
            }
            folded.append(
                Token(
                    kind: .year(year, isSure: isSure), text: "\(year)", isCapital: false,
                    range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound,
                    isGlued: false))
            index = end
        }
        return folded
    }

    private func year(at index: Int, in tokens: [Token]) -> (Int, end: Int)? {
        let before = index > 0 ? tokens[index - 1].text : ""
        let words = tokens[index...].prefix(3).map(\.text)
        let length = words.starts(with: [words[0], "calendar", "year"]) ? 3 : 2
        guard words.count >= length, words[length - 1] == "year" else { return nil }
        switch words[0] {
        case "next" where !Self.spans.contains(before): return (published + 1, index + length)
        case "this" where before == "later": return (published, index + length)
        default: return nil
        }
    }
}
