package import Rollout

/// How the clocks of several machines go together in one ledger.
package enum ClockRule {
    /// How much later than `now` the newest entry may be.
    package static let tolerance = Duration.seconds(300)

    /// The time that counts as now, for judging and for the next entry: that of this machine's
    /// clock, or of the newest entry where it is a little later.
    ///
    /// Two clocks are never quite the same: with the plain clock a sign-off of a moment ago would
    /// not count yet. A clock that is far behind is wrong, or the one before it was; nothing is
    /// judged or recorded then.
    package static func present(
        now: Instant, newest: LedgerState.Newest?, _ location: LedgerLocation
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
