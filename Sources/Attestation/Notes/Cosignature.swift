import Rollout

/// The value of a witness's signature: when it saw a checkpoint, and its signature over both
/// (c2sp.org/tlog-cosignature).
struct Cosignature {
    /// Seconds since 1970.
    let seconds: UInt64
    let signature: [UInt8]

    /// The last second of the year 9999.
    private static let latest: UInt64 = 253_402_300_799

    init?(_ value: [UInt8]) {
        guard value.count == 72 else { return nil }
        seconds = value[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        signature = Array(value[8...])
        guard seconds <= Self.latest else { return nil }
    }

    var time: Instant { Instant(milliseconds: Int64(seconds) * 1000) }

    /// What a witness signs.
    static func message(_ text: String, at seconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }
}
