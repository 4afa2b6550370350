package import Rollout

/// How the clocks of several machines go together in one ledger.
package enum ClockRule {
    /// How much later than `now` the newest entry may be.
    package static let tolerance = Duration.seconds(300)

    /// The moment to judge at when the present is asked for: this machine's, or that of the newest
    /// entry where it is a little later.
    ///
    /// Two clocks are never quite the same. With the plain clock a sign-off of a moment ago would
    /// not count yet.
    package static func present(now: Instant, newest: Instant?) -> Instant {
        guard let newest, newest > now, newest <= now.advanced(by: tolerance) else { return now }
        return newest
    }

    /// The time of an entry that follows the newest one: time never runs backwards, and a clock that
    /// is far behind is wrong, or the one before it was.
    static func time(
        now: Instant, newest: (sequence: Int, recordedAt: Instant)?, _ location: LedgerLocation
    ) throws(LedgerError) -> Instant {
        guard let newest else { return now }
        guard newest.recordedAt <= now.advanced(by: tolerance) else {
            throw LedgerError(
                location,
                .clockDiffers(now: now, newest: newest.recordedAt, sequence: newest.sequence))
        }
        return max(now, newest.recordedAt)
    }
}
