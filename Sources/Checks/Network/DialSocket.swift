import Foundation

/// A stream socket that does not block; it is closed when the last one lets go of it.
package final class DialSocket: Sendable {
    /// What came of reading from it.
    package enum Reading: Hashable, Sendable {
        case bytes([UInt8])
        /// The peer sends no more.
        case end
        /// Nothing came within the patience.
        case nothing
        /// The error number.
        case failed(Int32)
    }

    let descriptor: Int32

    /// Nil where the system gives none; the error number is then in `errno`.
    init?(family: Int32) {
        let kind = SocketKind.stream | SocketKind.nonBlocking | SocketKind.closedOnExec
        descriptor = socket(family, kind, 0)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The error that is pending on it; 0 where there is none.
    var pendingError: Int32 {
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 else {
            return errno
        }
        return error
    }

    /// Reads what there is, waiting until there is something or the patience or the time is over.
    package func read(_ patience: Patience, atMost milliseconds: Int = .max) -> Reading {
        let stopwatch = DialStopwatch()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 { return .bytes(Array(buffer[..<count])) }
            if count == 0 { return .end }
            let error = errno
            guard error == EAGAIN || error == EINTR else { return .failed(error) }
            let left = milliseconds - stopwatch.milliseconds
            if patience.isOver || left <= 0 { return .nothing }
            wait(for: POLLIN, min(patience.slice, Int32(clamping: left)))
        }
    }

    /// Writes everything; an error number where it could not, `ETIMEDOUT` where the patience ended
    /// first.
    ///
    /// A peer that is gone is an error here and never a signal, which would end the process.
    package func write(_ bytes: [UInt8], _ patience: Patience) -> Int32? {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
                continue
            }
            let error = errno
            guard error == EAGAIN || error == EINTR else { return error }
            if patience.isOver { return ETIMEDOUT }
            wait(for: POLLOUT, patience.slice)
        }
        return nil
    }

    private func wait(for event: Int32, _ milliseconds: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        _ = poll(&entry, 1, milliseconds)
    }
}
