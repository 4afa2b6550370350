import Rollout

/// A number of a workbook as the text that it shows.
enum SerialNumber {
    /// The text of a number in a cell of a kind; the number itself where it shows no such thing.
    static func text(_ number: String, as kind: CellStyles.Kind, from1904 isLate: Bool) -> String {
        guard kind != .number, let value = Double(number), value.isFinite, abs(value) < 3_000_000
        else {
            return number
        }
        if kind == .share {
            let tenths = (value * 1000).rounded()
            let whole = tenths / 10
            return whole == whole.rounded() ? "\(Int(whole))%" : "\(whole)%"
        }
        guard value >= 0 else { return number }
        let minutes = Int((value * 1440).rounded())
        let (days, rest) = minutes.quotientAndRemainder(dividingBy: 1440)
        let time = "\(twoDigits(rest / 60)):\(twoDigits(rest % 60))"
        if kind == .time, days == 0 { return time }
        // Serial 60 is a day of 1900 that never was; nothing before it is a plan.
        let day = "\(CivilDate(daysSinceEpoch: days - 25_569 + (isLate ? 1462 : 0)))"
        return rest == 0 ? day : "\(day)T\(time)"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
