/// A day and a time of day, to the second, without a zone.
package struct LocalDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let date: CivilDate
    /// Seconds after midnight, 0 to 86 399.
    package let secondOfDay: Int

    /// Nil where the second is not one of the day.
    package init?(date: CivilDate, secondOfDay: Int) {
        guard (0..<86_400).contains(secondOfDay) else { return nil }
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// Midnight at the start of a day.
    package init(startOf date: CivilDate) {
        self.date = date
        secondOfDay = 0
    }

    /// The local time whose clock would show this many seconds after 1970-01-01T00:00:00 if its
    /// zone were UTC.
    package init(secondsAsIfUTC seconds: Int64) {
        let days = seconds.flooredQuotient(86_400)
        date = CivilDate(daysSinceEpoch: Int(days))
        secondOfDay = Int(seconds - days * 86_400)
    }

    /// Seconds after 1970-01-01T00:00:00 on a clock that knows no zones.
    package var secondsAsIfUTC: Int64 {
        Int64(date.daysSinceEpoch) * 86_400 + Int64(secondOfDay)
    }

    package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.secondsAsIfUTC < right.secondsAsIfUTC
    }

    /// The time of day as `hh:mm:ss`.
    var clock: String {
        "\(String(secondOfDay / 3600, width: 2)):\(String(secondOfDay / 60 % 60, width: 2)):"
            + String(secondOfDay % 60, width: 2)
    }

    /// The shortest form that says everything: `2025-10-10T22:00`, with seconds only where there
    /// are any.
    package var description: String {
        "\(date)T" + (secondOfDay % 60 == 0 ? String(clock.prefix(5)) : clock)
    }
}

extension LocalDateTime {
    /// Reads `YYYY-MM-DDThh:mm` or `YYYY-MM-DDThh:mm:ss`.
    package init?(_ text: String) {
        self.init(ArraySlice(Array(text.utf8)))
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 16 || bytes.count == 19, let date = CivilDate(bytes.prefix(10)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"),
            let hour = Self.number(bytes[11..<13]), hour < 24,
            let minute = Self.number(bytes[14..<16]), minute < 60
        else { return nil }
        var second = 0
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), let read = Self.number(bytes[17..<19]), read < 60
            else { return nil }
            second = read
        }
        self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
    }

    /// The number that a run of decimal digits says; nil for anything else.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
