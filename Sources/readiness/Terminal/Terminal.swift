import Foundation

/// What goes to the terminal, the result to stdout and everything else to stderr.
enum Terminal {
    /// Writes the result in one go.
    ///
    /// - Throws: `CommandFailure` where not everything could be written, so that a cut result is never taken for a whole one.
    static func write(_ text: String) throws {
        guard write(text, to: STDOUT_FILENO) else {
            throw CommandFailure(
                .fileTrouble,
                "The result could not be written to standard output: \(systemError()).")
        }
    }

    /// Tells on stderr what went wrong.
    static func complain(_ message: String) {
        _ = write("error: \(message)\n", to: STDERR_FILENO)
    }

    /// Tells on stderr what is going on.
    static func note(_ message: String) {
        _ = write("\(message)\n", to: STDERR_FILENO)
    }

    /// Writes to stderr as is, for progress bars.
    static func draw(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    /// Whether colours are welcome on stdout.
    static var hasColour: Bool { isatty(STDOUT_FILENO) == 1 && allowsStyle }

    /// Whether a progress bar is welcome on stderr.
    static var hasProgress: Bool { isatty(STDERR_FILENO) == 1 && isNotDumb }

    /// The width of stdout in columns; where it is no terminal, wide enough that nothing is cut.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return max(40, Int(size.ws_col))
    }

    /// See no-color.org: any value but an empty one turns colours off.
    private static var allowsStyle: Bool {
        (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty && isNotDumb
    }

    private static var isNotDumb: Bool { ProcessInfo.processInfo.environment["TERM"] != "dumb" }

    private static func systemError() -> String { String(cString: strerror(errno)) }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            left = left.dropFirst(count)
        }
        return true
    }
}
