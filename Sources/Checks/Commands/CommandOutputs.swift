import Files
import Glibc
import SystemPackage

/// What a command writes to its two outputs.
///
/// They are pipes of our own, because only a pipe that has come to its end shows that nobody can write
/// to it any more: what a command leaves behind may be in a session of its own, or not to be seen at all.
final class CommandOutputs: Sendable {
    let stdout: OutputPipe
    let stderr: OutputPipe
    /// Its writing end is closed once the command has ended.
    private let bell: OutputPipe

    /// How long the end of the outputs is waited for once the command has ended: somebody who is being
    /// started holds a copy until its own program begins.
    static let patience = Duration.milliseconds(500)

    init() throws(SystemError) {
        (stdout, stderr, bell) = (try OutputPipe(), try OutputPipe(), try OutputPipe())
    }

    /// The command has its own copies of the writing ends from here on.
    func hasStarted() {
        stdout.closeWriting()
        stderr.closeWriting()
    }

    /// The command has ended, or did not begin.
    func hasEnded() {
        hasStarted()
        bell.closeWriting()
    }

    /// Reads both to their ends, so that the command never waits for a full pipe; blocks until it has
    /// ended.
    ///
    /// What is still open then is noted as such.
    func capture(limit: Int) -> (stdout: CapturedText, stderr: CapturedText) {
        var (stdout, stderr) = (CapturedText(limit: limit), CapturedText(limit: limit))
        var (isStdoutOpen, isStderrOpen) = (true, true)
        var end: ContinuousClock.Instant?
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while isStdoutOpen || isStderrOpen {
            let left = end.map { ContinuousClock.now.duration(to: $0) / .milliseconds(1) }
            if let left, left <= 0 { break }
            var entries = [
                Self.entry(self.stdout, isStdoutOpen), Self.entry(self.stderr, isStderrOpen),
                Self.entry(bell, end == nil),
            ]
            guard
                poll(&entries, 3, left.map { Int32($0.rounded(.up)) } ?? -1) >= 0 || errno == EINTR
            else { break }
            if entries[0].revents != 0 {
                isStdoutOpen = Self.take(from: self.stdout, to: &stdout, &buffer)
            }
            if entries[1].revents != 0 {
                isStderrOpen = Self.take(from: self.stderr, to: &stderr, &buffer)
            }
            if entries[2].revents != 0 { end = .now + Self.patience }
        }
        if isStdoutOpen { stdout.leaveOpen() }
        if isStderrOpen { stderr.leaveOpen() }
        return (stdout, stderr)
    }

    /// What `poll` looks at; a negative descriptor is passed over (poll(2)).
    private static func entry(_ pipe: OutputPipe, _ isOpen: Bool) -> pollfd {
        pollfd(fd: isOpen ? pipe.reading.rawValue : -1, events: Int16(POLLIN), revents: 0)
    }

    /// Takes what is there; false once nobody can write any more.
    private static func take(
        from pipe: OutputPipe, to text: inout CapturedText, _ buffer: inout [UInt8]
    ) -> Bool {
        let count = read(pipe.reading.rawValue, &buffer, buffer.count)
        if count > 0 { text.append(buffer.prefix(count)) }
        return count != 0
    }
}
