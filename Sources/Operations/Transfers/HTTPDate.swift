package import Rollout

/// A date of HTTP in any of the three forms of RFC 9110 section 5.6.7.
package enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment that a text names; nil for another text, and for a day that does not exist.
    ///
    /// The name of the weekday is not held against the day. A year of two digits is the one that lies
    /// at most fifty years ahead of `now`.
    package static func instant(_ text: String, now: Instant) -> Instant? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split(separator: " ")
        switch words.count {
        // Sun, 06 Nov 1994 08:49:37 GMT
        case 6 where words[0].hasSuffix(",") && words[5] == "GMT":
            return moment(day: words[1], month: words[2], year: year(words[3]), time: words[4])
        // Sunday, 06-Nov-94 08:49:37 GMT
        case 4 where words[0].hasSuffix(",") && words[3] == "GMT":
            let date = words[1].split(separator: "-", omittingEmptySubsequences: false)
            guard date.count == 3, let short = number(date[2], digits: 2...2) else { return nil }
            let current = Zone.utc.local(now).date.year
            let year = current - current % 100 + short
            return moment(
                day: date[0], month: date[1], year: year > current + 50 ? year - 100 : year,
                time: words[2])
        // Sun Nov  6 08:49:37 1994
        case 5:
            return moment(day: words[2], month: words[1], year: year(words[4]), time: words[3])
        default: return nil
        }
    }

    private static func year(_ text: Substring) -> Int? { number(text, digits: 4...4) }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }

    private static func moment(
        day: Substring, month: Substring, year: Int?, time: Substring
    ) -> Instant? {
        guard let day = number(day, digits: 1...2), let year,
            let month = months.firstIndex(of: String(month)),
            let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
            .map { number($0, digits: 2...2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        return Instant(milliseconds: Int64(seconds) * 1000)
    }
}
