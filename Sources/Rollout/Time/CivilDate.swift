/// A day of the proleptic Gregorian calendar, without a zone.
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to the number of days of the month.
    package let day: Int

    /// Nil where there is no such day (2025-02-30) or the year is not 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies `daysSinceEpoch` days after 1970-01-01.
    ///
    /// Days are counted by whole 400-year cycles of 146 097 days, with March as the first month, so
    /// that a leap day ends its year.
    package init(daysSinceEpoch: Int) {
        let shifted = daysSinceEpoch + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; negative before it.
    package var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let cycle = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfCycle = shiftedYear - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    /// The number of days of a month, 28 to 31.
    package static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    package func adding(days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The day that lies a number of working days away; Monday to Friday count, holidays are not
    /// known.
    package func adding(workingDays: Int) -> CivilDate {
        guard workingDays != 0 else { return self }
        let direction = workingDays < 0 ? -1 : 1
        var date = self
        // From a weekend, the count begins at the last working day behind.
        while !date.isWorkingDay { date = date.adding(days: -direction) }
        // Five working days are a week, so that a large number takes no longer than a small one.
        date = date.adding(days: workingDays / 5 * 7)
        var left = abs(workingDays % 5)
        while left > 0 {
            date = date.adding(days: direction)
            if date.isWorkingDay { left -= 1 }
        }
        return date
    }

    /// From 0 for Monday to 6; 1970-01-01 was a Thursday.
    package var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

    /// Monday to Friday.
    package var isWorkingDay: Bool { weekday < 5 }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package var description: String {
        "\(String(year, width: 4))-\(String(month, width: 2))-\(String(day, width: 2))"
    }
}

extension CivilDate {
    /// Reads `YYYY-MM-DD`; nil for another form and for a day that does not exist.
    package init?(_ text: String) {
        self.init(ArraySlice(Array(text.utf8)))
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = LocalDateTime.number(bytes[0..<4]),
            let month = LocalDateTime.number(bytes[5..<7]),
            let day = LocalDateTime.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
