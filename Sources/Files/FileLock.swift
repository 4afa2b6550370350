import Glibc

/// Holds a file against other programs that take the same lock, for as long as it lives.
///
/// Reading and writing the file need no lock: it only says whose turn it is.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of a file that is there; nil where another one holds it.
    package init?(path: String) throws(FileFailure) {
        guard !path.isEmpty else { throw .emptyPath }
        guard !path.utf8.contains(0) else { throw .nulInPath }
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .last }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let failure = FileFailure.last
            let isHeld = errno == EWOULDBLOCK
            close(descriptor)
            guard isHeld else { throw failure }
            return nil
        }
    }

    deinit { close(descriptor) }
}
