/// A date of numbers alone, such as `05/22/2025`, `22.05.2025` or `2025/05/22`.
struct SlashedDate: Hashable {
    /// Which of the two first numbers is the month.
    enum Order: Hashable {
        case monthFirst, dayFirst
    }

    let first: Int
    let second: Int
    let year: Int
    /// The only order in which there is such a day, or in which such signs are used; nil where both
    /// are possible.
    let order: Order?
    /// Whether there is such a day in any order.
    var isPossible = true

    /// The days that it is in an order; nil where none is known.
    func span(in usual: Order?) -> MonthSpan? {
        if first == second, first <= 12 { return .days(first, first, of: first) }
        switch order ?? usual {
        case .monthFirst: return .days(second, second, of: first)
        case .dayFirst: return .days(first, first, of: second)
        case nil: return nil
        }
    }

    /// The months that it can lie in.
    var months: MonthSpan { .months(min(first, second), max(first, second)) }
}

extension SlashedDate {
    /// The date that begins at a place, and where it ends; nil where none does.
    static func date(at index: Int, in tokens: [Token]) -> (date: SlashedDate, end: Int)? {
        guard index + 5 <= tokens.count, let one = tokens[index].number,
            let two = tokens[index + 2].number, let three = tokens[index + 4].number,
            tokens[(index + 1)..<(index + 5)].allSatisfy(\.isGlued),
            tokens[index + 1].isSign("/."), tokens[index + 3].text == tokens[index + 1].text
        else { return nil }
        let end = index + 5
        // "1/2/3/4" and "10.0.0.1" go on.
        if end + 1 < tokens.count, tokens[end].isGlued, tokens[end].text == tokens[index + 1].text,
            tokens[end + 1].isGlued, tokens[end + 1].kind == .number
        {
            return nil
        }
        if let year = year(tokens[index]), tokens[index].text.utf8.count == 4 {
            return (1...12).contains(two) && (1...31).contains(three)
                ? (SlashedDate(first: two, second: three, year: year, order: .monthFirst), end)
                : nil
        }
        if let wrong = wrong(one, two, tokens[index..<end]) { return (wrong, end) }
        guard let year = year(tokens[index + 4]), (1...31).contains(one), (1...31).contains(two),
            one <= 12 || two <= 12, tokens[index].text.utf8.count <= 2,
            tokens[index + 2].text.utf8.count <= 2
        else { return nil }
        // With points the day stands first wherever they are used.
        let isPointed = tokens[index + 1].text == "."
        let order: Order? = one > 12 || isPointed ? .dayFirst : two > 12 ? .monthFirst : nil
        return (SlashedDate(first: one, second: two, year: year, order: order), end)
    }

    /// What has the form of a date, and is none in any order: `13/32/2025`, `01/02/1850`.
    private static func wrong(
        _ first: Int, _ second: Int, _ tokens: ArraySlice<Token>
    ) -> SlashedDate? {
        let place = tokens.startIndex
        guard tokens[place + 1].text == "/", tokens[place].text.utf8.count <= 2,
            tokens[place + 2].text.utf8.count <= 2, tokens[place + 4].text.utf8.count == 4
        else { return nil }
        let days = 1...31
        let isDay =
            days.contains(first) && days.contains(second) && (first <= 12 || second <= 12)
        let year = year(tokens[place + 4])
        guard !isDay || year == nil else { return nil }
        return SlashedDate(
            first: 1, second: 12, year: year ?? 2000, order: .monthFirst, isPossible: false)
    }

    private static func year(_ token: Token) -> Int? {
        guard let number = token.number else { return nil }
        if token.text.utf8.count == 2 { return 2000 + number }
        return (2000...2099).contains(number) ? number : nil
    }

    /// The order that texts are written in: the one that they name ("MM/DD/YYYY"), or that of those of
    /// their dates that have only one; nil where neither is so, or both orders are used.
    static func order(in texts: [String]) -> Order? {
        var orders: Set<Order> = []
        for text in texts where text.utf8.contains(UInt8(ascii: "/")) {
            let tokens = Token.tokens(of: text)
            for index in tokens.indices {
                if let (date, _) = date(at: index, in: tokens), date.isPossible,
                    tokens[index + 1].isSign("/"),
                    tokens[index].text.utf8.count <= 2, let order = date.order
                {
                    orders.insert(order)
                }
                let form = tokens[index...].prefix(5).map(\.text)
                if form == ["mm", "/", "dd", "/", "yyyy"] { orders.insert(.monthFirst) }
                if form == ["dd", "/", "mm", "/", "yyyy"] { orders.insert(.dayFirst) }
            }
        }
        return orders.count == 1 ? orders.first : nil
    }

    /// The tokens with each such date as one token.
    static func fold(_ tokens: [Token], in order: Order?) -> [Token] {
        guard tokens.contains(where: { $0.isSign("/.") && $0.isGlued }) else { return tokens }
        var folded: [Token] = []
        var index = 0
        while index < tokens.count {
            guard let (date, end) = date(at: index, in: tokens) else {
                folded.append(tokens[index])
                index += 1
                continue
            }
            folded.append(
                Token(
                    kind: .date(date, order), text: "", isCapital: false,
                    range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound,
                    isGlued: tokens[index].isGlued))
            index = end
        }
        return folded
    }
}
