import Synchronization

/// Until when a blocking call may wait, and whether it was told to stop.
package final class Deadline: Sendable {
    private let end: ContinuousClock.Instant
    private let stopped = Atomic(false)
    private let whole: Deadline?

    /// A deadline after a time from now.
    package init(_ timeout: Duration) {
        end = ContinuousClock().now.advanced(by: timeout)
        whole = nil
    }

    private init(_ timeout: Duration, of whole: Deadline) {
        end = min(whole.end, ContinuousClock().now.advanced(by: timeout))
        self.whole = whole
    }

    /// One of several equal parts of the time that is left; it is stopped with the whole.
    package func share(_ parts: Int) -> Deadline {
        Deadline(.milliseconds(milliseconds / max(1, parts)), of: self)
    }

    /// Ends it at once.
    package func stop() { stopped.store(true, ordering: .relaxed) }

    /// It was ended before its time.
    package var isStopped: Bool {
        stopped.load(ordering: .relaxed) || whole?.isStopped ?? false
    }

    /// The time is up, or it was told to stop.
    package var isOver: Bool { isStopped || ContinuousClock().now >= end }

    /// Milliseconds to its end, rounded up; 0 where it is over.
    package var milliseconds: Int {
        guard !isStopped else { return 0 }
        let left = ContinuousClock().now.duration(to: end)
        return left <= .zero ? 0 : Int(left / .milliseconds(1)) + 1
    }

    /// Milliseconds for one `poll`: at most 50, so that a stop is noticed soon.
    package var slice: Int32 { Int32(min(milliseconds, 50)) }
}
