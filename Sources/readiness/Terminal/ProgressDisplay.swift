import Characters
import Synchronization

/// Shows how far a run is: a bar on a terminal, a few counts elsewhere.
///
/// Elsewhere is a log, which the result goes to as well: no check is named twice in it.
final class ProgressDisplay: Sendable {
    /// How many checks there are.
    private let total: Int
    private let isBar = Terminal.hasProgress
    private let done = Mutex(0)

    /// The columns of the bar itself.
    private static let barWidth = 24

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
                draw(done, line())
            } else if done == total || done % ((total - 1) / Self.mostCounts + 1) == 0 {
                Terminal.note("[\(done)/\(total)]")
            }
        }
    }

    private func draw(_ done: Int, _ line: String) {
        let filled = total == 0 ? Self.barWidth : done * Self.barWidth / total
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.barWidth - filled)
        let head = "\(bar) \(done)/\(total) "
        // The last column stays free: a full line would wrap, and only its end would be erased.
        let room = Terminal.progressWidth - DisplayWidth.columns(head) - 1
        Terminal.draw("\r\u{1B}[2K\(head)\(DisplayWidth.cut(line, to: max(0, room)))")
    }

    /// Removes the bar, and tells how many checks were carried out.
    @discardableResult
    func finish() -> Int {
        if isBar { Terminal.draw("\r\u{1B}[2K") }
        return done.withLock { $0 }
    }
}
