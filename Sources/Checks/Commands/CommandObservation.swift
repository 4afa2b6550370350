package import Rollout

/// What came of running a command.
package struct CommandObservation: Hashable, Sendable {
    /// How the command ended, or why it never began.
    package enum Ending: Hashable, Sendable {
        case exited(Int)
        /// A signal ended it.
        case signalled(Int)
        /// It was not started.
        case notStarted(Obstacle)
        /// It was ended from here, or could not be watched to its end.
        case ended(Obstacle)
    }

    package let ending: Ending
    package let stdout: CapturedText
    package let stderr: CapturedText
    package let milliseconds: Int

    /// How much of each stream is kept: 64 KiB.
    package static let limit = 1 << 16

    package init(
        _ ending: Ending, stdout: CapturedText = CapturedText(limit: limit),
        stderr: CapturedText = CapturedText(limit: limit), milliseconds: Int = 0
    ) {
        self.ending = ending
        self.stdout = stdout
        self.stderr = stderr
        self.milliseconds = milliseconds
    }
}
