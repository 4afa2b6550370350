import Checks
import Rollout

/// The answers of a time server, byte by byte.
struct TimeAnswer: Sendable {
    var leap: UInt8 = 0
    var version: UInt8 = 4
    var mode: UInt8 = 4
    var stratum: UInt8 = 2
    /// 16 bits before and 16 behind the point.
    var rootDelay: UInt32 = 0x0000_0290
    var rootDispersion: UInt32 = 0x0000_0148
    var reference: [UInt8] = [192, 0, 2, 1]
    /// The clock of the server, in milliseconds since 1970.
    var clock = CheckEnvironment.testInstant.milliseconds
    /// From the reference time to the answer.
    var age: Int64 = 60_000
    /// From the receipt to the answer.
    var work: Int64 = 0
    var copiesOrigin = true
    var hasTimes = true

    /// The answer to a question.
    func bytes(to question: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [leap << 6 | version << 3 | mode, stratum, 6, 0xe8]
        for value in [rootDelay, rootDispersion] { bytes += Self.bytes(UInt64(value), 4) }
        bytes += reference
        bytes += Self.time(clock - age)
        bytes += copiesOrigin ? Array(question[40..<48]) : [1, 2, 3, 4, 5, 6, 7, 8]
        guard hasTimes else { return bytes + [UInt8](repeating: 0, count: 16) }
        return bytes + Self.time(clock - work) + Self.time(clock)
    }

    private static func time(_ milliseconds: Int64) -> [UInt8] {
        let seconds = UInt64(milliseconds / 1000 + 2_208_988_800) & 0xffff_ffff
        return bytes(seconds, 4) + bytes((UInt64(milliseconds % 1000) << 32) / 1000, 4)
    }

    private static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
    }
}
