/// Which part of a month or of a year is meant.
enum PeriodPart: Hashable {
    /// The thirds are our convention: no publisher says what "early" is.
    case early, middle, late
    case firstHalf, secondHalf
    /// 1 to 4, or 5 for the last seven days.
    case week(Int)
    case whole

    func days(of month: Int) -> MonthSpan {
        switch self {
        case .early: .days(1, 10, of: month)
        case .middle: .days(11, 20, of: month)
        case .late: .days(21, 0, of: month)
        case .firstHalf: .days(1, 15, of: month)
        case .secondHalf: .days(16, 0, of: month)
        case .week(let number) where number < 5: .days(number * 7 - 6, number * 7, of: month)
        // The last seven days, of a February too.
        case .week:
            .days(
                month == 2 ? 22 : month == 4 || month == 6 || month == 9 || month == 11 ? 24 : 25,
                0, of: month)
        case .whole: .month(month)
        }
    }

    /// Which month of a quarter it is, from 0; nil for what nobody says of one.
    var third: Int? {
        switch self {
        case .early: 0
        case .middle: 1
        case .late: 2
        case .firstHalf, .secondHalf, .week, .whole: nil
        }
    }

    /// The months of a year; nil for a week, of which nobody speaks there.
    var months: MonthSpan? {
        switch self {
        case .early: .months(1, 4)
        case .middle: .months(5, 8)
        case .late: .months(9, 12)
        case .firstHalf: .months(1, 6)
        case .secondHalf: .months(7, 12)
        case .whole: .months(1, 12)
        case .week: nil
        }
    }
}
