/// What a time server answers (RFC 5905 section 7.3).
package struct NTPReply: Hashable, Sendable {
    /// 1 and 2 announce a leap second, 3 says that the clock is not synchronised.
    let leap: Int
    let version: Int
    /// How many servers lie between this one and a clock; 0 is none of them.
    let stratum: Int
    /// From the clock to the server and back, in milliseconds.
    let rootDelay: Int64
    /// How far off it may be on its own account, in milliseconds.
    let rootDispersion: Int64
    /// Four bytes: a name where the stratum is 0 or 1, else mostly an address.
    let reference: [UInt8]
    let referenceTime: NTPTime
    let receiveTime: NTPTime
    let transmitTime: NTPTime

    private static let length = 48

    /// A question: version 4, as a client, with a number in place of the time, which is nobody's
    /// business and cannot be guessed.
    static func question(_ number: UInt64) -> [UInt8] {
        [0x23] + [UInt8](repeating: 0, count: length - 9)
            + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    /// Whether bytes are the answer of a server to the question of a number, whatever it says.
    static func isAnswer(_ bytes: [UInt8], to number: UInt64) -> Bool {
        bytes.count >= length && bytes[0] & 7 == 4 && UInt64(bytes, at: 24) == number
    }

    /// Nil where the bytes are too few.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.length else { return nil }
        leap = Int(bytes[0] >> 6)
        version = Int(bytes[0] >> 3 & 7)
        stratum = Int(bytes[1])
        rootDelay = Self.milliseconds(bytes, at: 4)
        rootDispersion = Self.milliseconds(bytes, at: 8)
        reference = Array(bytes[12..<16])
        referenceTime = NTPTime(bits: UInt64(bytes, at: 16))
        receiveTime = NTPTime(bits: UInt64(bytes, at: 32))
        transmitTime = NTPTime(bits: UInt64(bytes, at: 40))
    }

    /// Seconds with 16 bits behind the point, rounded up.
    private static func milliseconds(_ bytes: [UInt8], at place: Int) -> Int64 {
        let value = bytes[place..<place + 4].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return (value * 1000 + 0xffff) >> 16
    }

    /// The reference for people: a name in letters, or an address.
    var referenceText: String {
        guard stratum < 2 else { return IPAddress(bytes: reference)?.description ?? "" }
        return ForeignText.clean(reference.prefix { $0 != 0 })
    }

    /// Its clock may be this far off the true time, in milliseconds.
    var rootDistance: Int64 { rootDelay / 2 + rootDispersion }

    /// Why its time cannot be used; nil where it can.
    var flaw: String? {
        if stratum == 0 {
            // Without a clock it answers so too, with another word in the place of the reason.
            return leap == 3
                ? "its clock is not synchronised, or it refuses to answer (\(referenceText))"
                : "it refuses to answer (kiss of death \(referenceText))"
        }
        if leap == 3 { return "its clock is not synchronised" }
        if stratum > 15 { return "it is of stratum \(stratum), which no synchronised clock has" }
        guard (3...4).contains(version) else { return "it answers in version \(version) of NTP" }
        guard receiveTime != .none, transmitTime != .none, referenceTime != .none else {
            return "it leaves a time out"
        }
        let isAhead = referenceTime.milliseconds(since: transmitTime) > 0
        if isAhead || transmitTime.milliseconds(since: receiveTime) < 0 {
            return "its times contradict each other"
        }
        return rootDistance < 16_000 ? nil : "its clock may be off by more than 16 seconds"
    }
}

extension UInt64 {
    /// Eight bytes, the most significant first.
    fileprivate init(_ bytes: [UInt8], at place: Int) {
        self = bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
