/// A phase while a timeline is being read.
struct DraftPhase: Hashable {
    /// A date with the words that it was read from.
    struct Edge: Hashable {
        var date: DatePhrase
        let words: String
        /// What the year was taken from where the text has none.
        var yearRule: YearRule?
        var days: DaySpan? {
            date.rule.isUnclear || date.rule == .noSuchDay
                ? nil : date.year.flatMap { date.span.days(of: $0) }
        }
    }

    /// The label of the line; empty where it has none.
    let label: String
    let isAudience: Bool
    var name: String
    var start: Edge?
    var end: Edge?
    var status: PhaseStatus?
    /// Whether it has begun, as the text says.
    var isPast = false
    /// The sentence, as it was written.
    var source: String
    /// The sentence that puts it off; nil where none does, or where dates follow.
    var putOff: String?
    /// The dates that it had before that.
    var formerDates: [String] = []
    /// Whether it starts with the moment at which something is over.
    var isMoment = false
    /// Whether it is a day by which readers can or should do something, and no phase beside others.
    var isAdvice = false

    var edges: [Edge] { [start, end].compactMap { $0 } }
}

/// Where a year was taken from that the text does not have.
package enum YearRule: Hashable, Sendable {
    case otherEnd, formerValue, otherPhase, publication
    /// "Next year".
    case counted
}
