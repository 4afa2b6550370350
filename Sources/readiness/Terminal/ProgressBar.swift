import Characters

/// A bar on the last line of a terminal, no wider than it is.
enum ProgressBar {
    /// The most columns of the bar itself.
    private static let mostColumns = 24

    /// Draws how much of a whole is done, and behind it what was done last.
    static func draw(_ done: Int, of total: Int, _ line: String) {
        let count = " \(done)/\(total) "
        // The last column stays free: a full line would wrap, and only its end would be erased.
        let room = max(0, Terminal.progressWidth - DisplayWidth.columns(count) - 1)
        let columns = min(mostColumns, room)
        let filled = total > 0 ? min(columns, done * columns / total) : columns
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: columns - filled)
        show("\(bar)\(count)\(DisplayWidth.cut(line, to: room - columns))")
    }

    /// Puts a text in place of the line.
    static func show(_ text: String) { Terminal.draw("\r\u{1B}[2K\(text)") }

    static func clear() { show("") }
}
