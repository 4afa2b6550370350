import Foundation

/// Shows how far a run is: a bar on a terminal, a line for each check elsewhere.
struct ProgressDisplay {
    let total: Int
    private let isBar = Terminal.hasProgress

    init(total: Int) {
        self.total = total
    }

    /// Tells of one more check that was carried out.
    func advance(to done: Int, line: String) {
        guard isBar else {
            Terminal.note("[\(done)/\(total)] \(line)")
            return
        }
        let width = 24
        let filled = total == 0 ? width : done * width / total
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let room = max(0, Terminal.width - width - 14)
        Terminal.draw("\r\u{1B}[2K\(bar) \(done)/\(total) \(line.prefix(room))")
    }

    /// Removes the bar.
    func finish() {
        if isBar { Terminal.draw("\r\u{1B}[2K") }
    }
}
