import Files
import Glibc
import Synchronization
import SystemPackage

/// A pipe whose reading end is ours, and does not block.
final class OutputPipe: Sendable {
    let reading: FileDescriptor
    let writing: FileDescriptor
    private let isWritable = Mutex(true)

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    }

    /// Closes our copy of the writing end, once.
    func closeWriting() {
        let isOurs = isWritable.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if isOurs { close(writing.rawValue) }
    }

    deinit {
        closeWriting()
        close(reading.rawValue)
    }
}
