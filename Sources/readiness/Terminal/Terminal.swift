import Characters
import Files
import Foundation
import LedgerStorage
import Reporting

/// What goes to the terminal, the result to stdout and everything else to stderr.
enum Terminal {
    /// Writes a result for people in one go; a pipeline that shows it obeys nothing in it.
    ///
    /// - Throws: `UnwrittenResult` where not everything could be written.
    static func write(_ text: String) throws {
        try write(Array(InertText.lines(text).utf8))
    }

    /// Writes JSON in one go; a pipeline that shows it obeys nothing in it.
    static func write(json bytes: [UInt8]) throws {
        try write(Array(InertText.json(String(decoding: bytes, as: UTF8.self)).utf8))
    }

    /// Writes a result as it is, in one go.
    static func write(_ bytes: [UInt8]) throws {
        if let code = write(bytes, to: STDOUT_FILENO) {
            throw UnwrittenResult(failure: SystemError(code))
        }
    }

    /// Tells on stderr what went wrong.
    static func complain(_ message: String) {
        _ = write(Array("error: \(InertText.lines(visible(message)))\n".utf8), to: STDERR_FILENO)
    }

    /// Tells on stderr what is going on.
    static func note(_ message: String) {
        _ = write(Array("\(InertText.lines(visible(message)))\n".utf8), to: STDERR_FILENO)
    }

    /// Tells on stderr that the ledger that was named is not there, which may be misspelled.
    static func noteMissing(_ ledger: LedgerLocation?) {
        guard let ledger else { return }
        note("There is no ledger at \(ledger): nothing is on record.")
    }

    /// Writes to stderr as is, for progress bars.
    static func draw(_ text: String) {
        _ = write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Whether colours are welcome on stdout.
    static var hasColour: Bool { isatty(STDOUT_FILENO) == 1 && !refusesColour && !isDumb }

    /// Whether a progress bar is welcome on stderr.
    static var hasProgress: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

    /// The width of stdout in columns; where it is no terminal, so wide that nothing is cut.
    static var width: Int { columns(of: STDOUT_FILENO) ?? .max }

    /// The width of stderr in columns, for progress bars.
    static var progressWidth: Int { columns(of: STDERR_FILENO) ?? 80 }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return max(40, Int(size.ws_col))
    }

    /// See no-color.org: any value but an empty one turns colours off.
    private static var refusesColour: Bool { Machine.variable("NO_COLOR") != nil }

    private static var isDumb: Bool { Machine.variable("TERM") == "dumb" }

    /// The message with what a terminal would obey made visible, but for line ends and tabs.
    private static func visible(_ message: String) -> String {
        message.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar != "\n", scalar != "\t", VisibleText.isHidden(scalar) {
                text += VisibleText.shown(scalar)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Writes all of the bytes; the system's error number where that is not possible.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count < 0 else {
                left = left.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // The stream is shared with a program that made it non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            case let code: return code
            }
        }
        return nil
    }
}
