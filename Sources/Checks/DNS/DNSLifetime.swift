import Rollout

/// For how long an answer may be kept, held against what is expected.
struct DNSLifetime {
    /// The shortest and the longest time in seconds; nil where no record says one.
    private let times: ClosedRange<UInt32>?
    /// A server of the zone says so of its own records, and no cache counts down.
    private let isOwn: Bool

    init(_ times: ClosedRange<UInt32>?, isOwn: Bool) {
        (self.times, self.isOwn) = (times, isOwn)
    }

    /// One finding for each bound.
    ///
    /// What a cache has left says only that the zone has at least so much: enough for a least time,
    /// and too much for a greatest one, but nothing else.
    func findings(_ expected: ValueExpectation, until deadline: Deadline) -> [Finding] {
        let name = "a time to live of"
        let words = expected.words(of: name)
        return zip(words, expected.terms).map { words, term in
            guard let times, case .bounds(let minimum, let maximum) = term else {
                return Finding(words, actual: "no time to live", .unknown)
            }
            let (least, greatest) = (Self.value(times.lowerBound), Self.value(times.upperBound))
            let isTooLong = maximum.map { greatest.order(to: $0) == .greater } ?? false
            let isTooShort = minimum.map { least.order(to: $0) == .less } ?? false
            if isTooLong {
                let actual =
                    isOwn ? "\(name) \(greatest.words(.plain))" : "more than that, in a cache"
                return Finding(words, actual: actual, .unmet)
            }
            let isKnown = isOwn || (maximum == nil && !isTooShort)
            guard isKnown else {
                return Finding(
                    words, actual: "what a cache has left: ask a server of the zone", .unknown)
            }
            // What a cache has left differs from run to run.
            let seen = (isTooShort ? least : greatest).words(.plain)
            let actual = isOwn ? "\(name) \(seen)" : words
            return Finding(words, actual: actual, met: !isTooShort)
        }
    }

    private static func value(_ seconds: UInt32) -> TypedValue { .duration(.seconds(seconds)) }
}
