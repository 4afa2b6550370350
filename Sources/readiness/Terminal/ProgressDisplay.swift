import Synchronization

/// Shows how far a run is: a bar on a terminal, a few counts elsewhere.
///
/// Elsewhere is a log, which the result goes to as well: no check is named twice in it.
final class ProgressDisplay: Sendable {
    /// How many checks there are.
    private let total: Int
    private let isBar = Terminal.hasProgress
    private let done = Mutex(0)

    init(total: Int) {
        self.total = total
    }

    /// As many counts as a log is given.
    private static let mostCounts = 10

    /// Tells of one more check that was carried out; its line is for a bar alone.
    func advance(line: @autoclosure () -> String) {
        done.withLock { done in
            done += 1
            if isBar {
                ProgressBar.draw(done, of: total, line())
            } else if done == total || done % ((total - 1) / Self.mostCounts + 1) == 0 {
                Terminal.note("[\(done)/\(total)]")
            }
        }
    }

    /// Removes the bar, and tells how many checks were carried out.
    @discardableResult
    func finish() -> Int {
        if isBar { ProgressBar.clear() }
        return done.withLock { $0 }
    }
}
