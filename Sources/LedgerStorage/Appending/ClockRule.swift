import Rollout

/// Which time an entry gets.
enum ClockRule {
    /// How much later than `now` the newest entry may be.
    static let tolerance = Duration.seconds(300)

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
