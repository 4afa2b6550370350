/// A date as a text gives it.
struct DatePhrase: Hashable {
    /// What a span was made by.
    enum Rule: Hashable, Sendable {
        case day, month, part, half, week, quarter, partOfYear, halfOfYear, year, joined
        /// The seven days from a day on.
        case weekFrom
        case partOfQuarter
        /// Of a fiscal year, and whose is not said.
        case fiscal
        /// Day and month are numbers, and which is which is not said.
        case numbers

        /// A season, whose months depend on the hemisphere.
        case season
        /// Of "next year", and from which day on one counts is not said.
        case countedYear
        /// In the form of a date, and there is none such: `32 May`, `May 1850`, `24:61`.
        case noSuchDay

        /// Whether the days are not known, though a date was named.
        var isUnclear: Bool {
            self == .fiscal || self == .numbers || self == .season || self == .countedYear
        }
    }

    let span: MonthSpan
    var year: Int?
    var rule: Rule
    /// The place in the tokens.
    var tokens: Range<Int>
    /// The value that no longer holds, of the same date.
    var former: [Token] = []
    /// Whether the year was counted from the publication.
    var hasCountedYear = false
}
