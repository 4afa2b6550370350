/// A date as a text gives it.
struct DatePhrase: Hashable {
    /// What a span was made by.
    enum Rule: Hashable, Sendable {
        case day, month, part, half, week, quarter, partOfYear, halfOfYear, year, joined
    }

    let span: MonthSpan
    var year: Int?
    let rule: Rule
    /// The place in the tokens.
    var tokens: Range<Int>
    /// The value that no longer holds, of the same date.
    var former: [Token] = []
}
