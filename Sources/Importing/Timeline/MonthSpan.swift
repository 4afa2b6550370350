import Rollout

/// Days of a year that is not known yet.
struct MonthSpan: Hashable {
    let firstMonth: Int
    let firstDay: Int
    let lastMonth: Int
    /// 0 for the last one of the month.
    let lastDay: Int

    /// Whether it runs past the end of the year that it is named by.
    var wraps: Bool { lastMonth < firstMonth }

    /// The days of a year, which one that wraps ends in; nil where there are no such days.
    func days(of year: Int) -> DaySpan? {
        let last = lastDay == 0 ? CivilDate.daysIn(month: lastMonth, year: year) : lastDay
        guard
            let first = CivilDate(year: wraps ? year - 1 : year, month: firstMonth, day: firstDay),
            let last = CivilDate(year: year, month: lastMonth, day: last), first <= last
        else { return nil }
        return DaySpan(earliest: first, latest: last)
    }

    /// From the first day of this to the last of another.
    func joined(with other: MonthSpan) -> MonthSpan {
        MonthSpan(
            firstMonth: firstMonth, firstDay: firstDay, lastMonth: other.lastMonth,
            lastDay: other.lastDay)
    }

    static func month(_ month: Int) -> MonthSpan {
        MonthSpan(firstMonth: month, firstDay: 1, lastMonth: month, lastDay: 0)
    }

    static func days(_ first: Int, _ last: Int, of month: Int) -> MonthSpan {
        MonthSpan(firstMonth: month, firstDay: first, lastMonth: month, lastDay: last)
    }

    static func months(_ first: Int, _ last: Int) -> MonthSpan {
        MonthSpan(firstMonth: first, firstDay: 1, lastMonth: last, lastDay: 0)
    }
}
