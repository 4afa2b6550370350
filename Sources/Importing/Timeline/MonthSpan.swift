import Rollout

/// Days of a year that is not known yet.
struct MonthSpan: Hashable {
    let firstMonth: Int
    let firstDay: Int
    let lastMonth: Int
    /// 0 for the last one of the month.
    let lastDay: Int
    /// How many days it has from the first one on, wherever that leads; 0 where the last one counts.
    private var length = 0

    /// Whether it runs past the end of the year that it is named by.
    var wraps: Bool { lastMonth < firstMonth }

    /// The days of a year, which one that wraps ends in; nil where there are no such days.
    func days(of year: Int) -> DaySpan? {
        if length > 0 {
            return CivilDate(year: year, month: firstMonth, day: firstDay).map {
                DaySpan(earliest: $0, latest: $0.adding(days: length - 1))
            }
        }
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

    private init(firstMonth: Int, firstDay: Int, lastMonth: Int, lastDay: Int, length: Int = 0) {
        self.firstMonth = firstMonth
        self.firstDay = firstDay
        self.lastMonth = lastMonth
        self.lastDay = lastDay
        self.length = length
    }

    /// The seven days from a day of a month on.
    static func week(from day: Int, of month: Int) -> MonthSpan {
        MonthSpan(firstMonth: month, firstDay: day, lastMonth: month, lastDay: day, length: 7)
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
