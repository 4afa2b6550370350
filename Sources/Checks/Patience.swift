import Synchronization

/// Until when a blocking call may wait, and whether it was told to stop.
package final class Patience: Sendable {
    private let deadline: ContinuousClock.Instant
    private let stopped = Atomic(false)
    private let whole: Patience?

    /// Patience that ends after a time from now.
    package init(_ timeout: Duration) {
        deadline = ContinuousClock().now.advanced(by: timeout)
        whole = nil
    }

    private init(_ timeout: Duration, of whole: Patience) {
        deadline = min(whole.deadline, ContinuousClock().now.advanced(by: timeout))
        self.whole = whole
    }

    /// One of several equal parts of the time that is left; it is stopped with the whole.
    package func share(_ parts: Int) -> Patience {
        Patience(.milliseconds(milliseconds / max(1, parts)), of: self)
    }

    /// Ends the patience at once.
    package func stop() { stopped.store(true, ordering: .relaxed) }

    /// It was ended before its time.
    package var isStopped: Bool {
        stopped.load(ordering: .relaxed) || whole?.isStopped ?? false
    }

    /// The time is up, or it was told to stop.
    package var isOver: Bool { isStopped || ContinuousClock().now >= deadline }

    /// Milliseconds to the deadline, rounded up; 0 where it is over.
    package var milliseconds: Int {
        guard !isStopped else { return 0 }
        let left = ContinuousClock().now.duration(to: deadline)
        return left <= .zero ? 0 : Int(left / .milliseconds(1)) + 1
    }

    /// Milliseconds for one `poll`: at most 50, so that a stop is noticed soon.
    package var slice: Int32 { Int32(min(milliseconds, 50)) }
}
