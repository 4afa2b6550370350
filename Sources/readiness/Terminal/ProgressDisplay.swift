import Characters
import Synchronization

/// Shows how far a run is: a bar on a terminal, a short line for each check elsewhere.
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

    /// Tells of one more check that was carried out; the whole line is for a bar alone, because
    /// the result says it again.
    func advance(name: String, line: @autoclosure () -> String) {
        done.withLock { done in
            done += 1
            if isBar {
                draw(done, line())
            } else {
                Terminal.note("[\(done)/\(total)] \(name)")
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
