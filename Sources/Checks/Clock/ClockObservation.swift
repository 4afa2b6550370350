package import Rollout

/// What a time server said, and when it was asked.
package struct ClockObservation: Hashable, Sendable {
    package let report: ConnectionReport
    /// Nil where no answer came to what was asked.
    package let reply: NTPReply?
    /// By the clock that is looked at.
    package let asked: Instant
    /// From the question to the answer, by a clock that nobody sets.
    package let milliseconds: Int
    /// How many answers came to what was not asked.
    package let ignored: Int

    /// How far the server's clock is ahead of this one, and how far that may be from the truth; nil
    /// where the reply cannot be used.
    var offset: (milliseconds: Int64, error: Int64)? {
        guard let reply, reply.flaw == nil else { return nil }
        let answered = Instant(milliseconds: asked.milliseconds + Int64(milliseconds))
        let there = reply.receiveTime.milliseconds(since: NTPTime(asked))
        let back = reply.transmitTime.milliseconds(since: NTPTime(answered))
        // The way there and back may take all of it in one direction; times are read to the
        // millisecond, which is one at each end.
        return (there / 2 + back / 2, roundTrip / 2 + reply.rootDistance + 2)
    }

    /// The time on the way, in milliseconds.
    var roundTrip: Int64 {
        guard let reply else { return 0 }
        let there = reply.transmitTime.milliseconds(since: reply.receiveTime)
        return max(0, Int64(milliseconds) - there)
    }
}
