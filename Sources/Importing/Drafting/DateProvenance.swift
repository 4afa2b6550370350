import Rollout

/// How a date of a draft came about, for the comment above it.
enum DateProvenance {
    /// Such as `starts from "late May 2025": days 21-31, our convention`.
    static func sentence(_ key: String, _ date: AnnouncedDate) -> String {
        let rules = [spanRule(date), date.yearRule.map(words)].compactMap(\.self)
        let how = rules.isEmpty ? "" : ": " + rules.joined(separator: "; ")
        return "\(key) from \"\(Excerpt.of(date.phrase, most: 120))\"\(how)"
    }

    private static func spanRule(_ date: AnnouncedDate) -> String? {
        guard let days = date.days else {
            switch date.rule {
            case .numbers:
                return "review: it may be two days, as the post does not say which is the month"
            case .fiscal: return "review: whose fiscal year it is, is not said"
            case .season: return "review: which months a season is, depends on where"
            case .countedYear: return "review: from which day the year is counted, is not said"
            default: return "review: the post is inconsistent, as there is no such day"
            }
        }
        let span = "days \(days.earliest.day)-\(days.latest.day)"
        switch date.rule {
        case .day: return nil
        case .month: return "the whole month"
        case .part: return "\(span), our convention"
        case .half, .week: return span
        case .quarter: return "the calendar quarter"
        case .weekFrom: return "the seven days from that day on"
        case .partOfQuarter:
            return "that third of the quarter, month \(days.earliest.month), our convention"
        case .fiscal, .numbers, .season, .countedYear, .noSuchDay: return nil
        case .halfOfYear: return "the half of the calendar year"
        case .partOfYear:
            return "months \(days.earliest.month)-\(days.latest.month), our convention"
        case .year: return "the whole year"
        case .joined: return "from the first day of the one to the last of the other"
        }
    }

    private static func words(_ rule: YearRule) -> String {
        switch rule {
        case .otherEnd: "the year is that of the other date"
        case .formerValue: "the year is that of the date that it replaces"
        case .otherPhase: "the year is that of the phase beside it"
        case .counted: "the year is counted from the publication"
        case .publication: "the year is the one that fits the publication"
        }
    }
}
