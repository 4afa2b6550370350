import Rollout

/// A moment as NTP has it (RFC 5905 section 6): seconds since 1900 and 2^32 parts of one, which
/// begin anew every 136 years.
struct NTPTime: Hashable, Sendable {
    let bits: UInt64

    /// No moment at all.
    static let none = NTPTime(bits: 0)

    /// From 1900 to 1970, in seconds.
    private static let epoch: Int64 = 2_208_988_800

    init(bits: UInt64) { self.bits = bits }

    init(_ instant: Instant) {
        let seconds = instant.milliseconds.quotient(1000)
        let rest = UInt64(instant.milliseconds - seconds * 1000)
        bits = UInt64(bitPattern: (seconds &+ Self.epoch) << 32) | (rest << 32) / 1000
    }

    /// Milliseconds from another moment to this one, of the two ways around the shorter.
    func milliseconds(since other: NTPTime) -> Int64 {
        let span = Int64(bitPattern: bits &- other.bits)
        return (span >> 32) * 1000 + ((span & 0xffff_ffff) * 1000) >> 32
    }

    /// The moment that is next to another one.
    func instant(near other: Instant) -> Instant {
        Instant(milliseconds: other.milliseconds + milliseconds(since: NTPTime(other)))
    }
}

extension Int64 {
    /// The quotient that is rounded down.
    fileprivate func quotient(_ divisor: Int64) -> Int64 {
        let whole = self / divisor
        return self % divisor < 0 ? whole - 1 : whole
    }
}
