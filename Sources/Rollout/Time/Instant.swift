/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment `duration` after this one, cut to whole milliseconds and held within `Int64`.
    package func advanced(by duration: Duration) -> Instant {
        Instant(milliseconds: milliseconds.addingWithinBounds(duration.wholeMilliseconds))
    }

    /// The time from `other` to this moment; negative when `other` is later.
    package func since(_ other: Instant) -> Duration {
        .milliseconds(milliseconds) - .milliseconds(other.milliseconds)
    }
}

extension Instant {
    /// Reads an RFC 3339 date-time with a zone (`2025-10-10T08:00:00Z`, `…+02:00`).
    ///
    /// Nil where the text is not one, the day does not exist, or it is finer than a millisecond. A
    /// leap second is refused, and so is a time that in UTC is not of the years 1 to 9999.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            let local = LocalDateTime(bytes.prefix(19))
        else { return nil }
        var index = 19
        var fraction: Int64 = 0
        if bytes[index] == UInt8(ascii: ".") {
            let digits = bytes[(index + 1)...].prefix { (48...57).contains($0) }
            guard (1...3).contains(digits.count) else { return nil }
            for digit in digits { fraction = fraction * 10 + Int64(digit - 48) }
            for _ in digits.count..<3 { fraction *= 10 }
            index += 1 + digits.count
        }
        guard let offset = Self.offsetSeconds(bytes[index...]) else { return nil }
        milliseconds = (local.secondsAsIfUTC - offset) * 1000 + fraction
        // Such a moment could be read but not written again.
        guard Self.writable.contains(milliseconds) else { return nil }
    }

    /// Reads the one form in which moments are written; see `rfc3339`.
    init?(canonical bytes: UnsafeBufferPointer<UInt8>) {
        func number(_ start: Int, _ count: Int) -> Int? {
            var number = 0
            for index in start..<(start + count) {
                guard (48...57).contains(bytes[index]) else { return nil }
                number = number * 10 + Int(bytes[index] - 48)
            }
            return number
        }
        guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z"),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = number(11, 2), hour < 24, let minute = number(14, 2), minute < 60,
            let second = number(17, 2), second < 60
        else { return nil }
        var fraction = 0
        if bytes.count == 24 {
            guard bytes[19] == UInt8(ascii: "."), let digits = number(20, 3), digits > 0 else {
                return nil
            }
            fraction = digits
        }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        milliseconds = Int64(seconds * 1000 + fraction)
    }

    /// The milliseconds from the first day of the year 1 to the last of the year 9999.
    private static let writable: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// The seconds that `Z` or `±hh:mm` stands for.
    private static func offsetSeconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard let sign = bytes.first else { return nil }
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
            return bytes.count == 1 ? 0 : nil
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes.count == 6,
            bytes[bytes.startIndex + 3] == UInt8(ascii: ":"),
            let hours = LocalDateTime.number(bytes.dropFirst().prefix(2)), hours < 24,
            let minutes = LocalDateTime.number(bytes.dropFirst(4)), minutes < 60
        else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// The moment as RFC 3339 in UTC, with milliseconds only where there are any.
    package var rfc3339: String {
        let seconds = milliseconds.flooredQuotient(1000)
        let rest = milliseconds - seconds * 1000
        let local = LocalDateTime(secondsAsIfUTC: seconds)
        let fraction = rest == 0 ? "" : "." + String(Int(rest), width: 3)
        return "\(local.date)T\(local.clock)\(fraction)Z"
    }
}

extension Duration {
    /// The duration in milliseconds, cut toward zero and held within what `Int64` can say.
    package var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return product.addingWithinBounds(attoseconds / 1_000_000_000_000_000)
    }
}

extension Int64 {
    /// The sum, or the bound that it lies beyond.
    func addingWithinBounds(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }

    /// The quotient rounded toward negative infinity.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension String {
    /// A whole number in decimal, filled with zeros on the left.
    init(_ number: Int, width: Int) {
        let digits = "\(number)"
        self.init(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
        self += digits
    }
}
