import Synchronization

/// How far an audit is, on a terminal alone.
final class AuditProgress: Sendable {
    private let isShown = Terminal.hasProgress
    private let isDrawn = Mutex(false)

    /// As many entries between two counts where nobody knows how many there are.
    private static let unknownStep = 1000

    /// Draws at most a hundred times where the number of entries is known.
    @Sendable func advance(_ read: Int, _ all: Int) {
        let step = all > 0 ? (all - 1) / 100 + 1 : Self.unknownStep
        guard isShown, read % step == 0 else { return }
        isDrawn.withLock { $0 = true }
        if all > 0 {
            ProgressBar.draw(read, of: all, "entries")
        } else {
            ProgressBar.show("\(read) entries")
        }
    }

    func finish() {
        if isDrawn.withLock({ $0 }) { ProgressBar.clear() }
    }
}
