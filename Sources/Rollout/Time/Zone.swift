import Foundation

/// A time zone of the IANA database, by its name.
package struct Zone: Hashable, Sendable, CustomStringConvertible {
    /// The name, such as `Europe/Berlin` or `UTC`.
    package let name: String
    private let rules: TimeZone

    package static let utc = Zone(name: "UTC", rules: .gmt)

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
    }

    /// Nil where the IANA database that Foundation carries does not know the name; abbreviations
    /// and offsets are not names.
    package init?(_ name: String) {
        if name == "UTC" || name == "Etc/UTC" {
            self.init(name: name, rules: .gmt)
            return
        }
        // Foundation passes over what follows a NUL, so the name is looked at first.
        guard name.utf8.allSatisfy(Self.isOfAName), name.contains("/"),
            let rules = TimeZone(identifier: name)
        else { return nil }
        self.init(name: name, rules: rules)
    }

    /// Whether the byte is one that names of the database are made of.
    private static func isOfAName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"):
            return true
        default: return false
        }
    }

    /// The names to suggest from when one is not known; each of them is one that is read.
    package static var knownNames: [String] {
        ["UTC"] + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
    }

    package static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package var description: String { name }

    /// Seconds east of UTC at a moment.
    private func offset(atSecond second: Int64) -> Int64 {
        Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
    }

    /// What a clock in the zone shows.
    package func local(_ instant: Instant) -> LocalDateTime {
        let second = instant.milliseconds.flooredQuotient(1000)
        return LocalDateTime(secondsAsIfUTC: second + offset(atSecond: second))
    }

    /// The moment at which a clock in the zone shows the time.
    ///
    /// A time that occurs twice (clocks set back) is the earlier one; a time that is left out
    /// (clocks set forward) is read with the offset that was in force before the change, as RFC
    /// 5545 section 3.3.5 has it.
    package func instant(_ local: LocalDateTime) -> Instant {
        let wall = local.secondsAsIfUTC
        let before = offset(atSecond: wall - 86_400)
        let after = offset(atSecond: wall + 86_400)
        // As on nearly all days.
        if before == after { return Instant(milliseconds: (wall - before) * 1000) }
        let candidates = [wall - before, wall - after].filter { $0 + offset(atSecond: $0) == wall }
        return Instant(milliseconds: (candidates.min() ?? wall - before) * 1000)
    }
}
