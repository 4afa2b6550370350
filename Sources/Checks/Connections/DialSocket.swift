import Foundation

/// A socket that does not block; it is closed when the last one lets go of it.
package final class DialSocket: Sendable {
    /// What came of reading from it.
    package enum Reading: Hashable, Sendable {
        case bytes([UInt8])
        /// The peer sends no more.
        case end
        /// Nothing came within the deadline.
        case nothing
        /// The error number.
        case failed(Int32)
    }

    package let descriptor: Int32

    /// Nil where the system gives none; the error number is then in `errno`.
    package init?(family: Int32, isDatagram: Bool = false) {
        let type = isDatagram ? SocketKind.datagram : SocketKind.stream
        let kind = type | SocketKind.nonBlocking | SocketKind.closedOnExec
        descriptor = socket(family, kind, 0)
        if descriptor < 0 { return nil }
    }

    /// Takes over a stream that is open already, and closes it.
    package init(taking descriptor: Int32) {
        self.descriptor = descriptor
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | SocketKind.nonBlocking)
    }

    deinit { close(descriptor) }

    /// How many bytes came that nobody has read yet.
    static func waitingBytes(_ descriptor: Int32) -> Int {
        var count: Int32 = 0
        return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// What came of connecting: 0 where it is connected to somebody else, else the error number.
    ///
    /// A port of our own that nobody listens on can be given to the very connection to it (RFC
    /// 9293, simultaneous open); that is no server.
    package var connectionError: Int32 {
        let error = pendingError
        return error == 0 && isConnectedToItself ? ECONNREFUSED : error
    }

    private var isConnectedToItself: Bool {
        let ends = [getsockname, getpeername].map { end in
            var address = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let result = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    end(descriptor, $0, &length)
                }
            }
            return result == 0 ? withUnsafeBytes(of: address) { Array($0.prefix(Int(length))) } : []
        }
        return !ends[0].isEmpty && ends[0] == ends[1]
    }

    private var pendingError: Int32 {
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 else {
            return errno
        }
        return error
    }

    /// Reads what there is, waiting until there is something or the deadline or the time is over.
    package func read(_ deadline: Deadline, atMost milliseconds: Int = .max) -> Reading {
        let stopwatch = Stopwatch()
        while true {
            var received = 0
            var error: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
                received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                error = errno
                count = max(0, received)
            }
            if received > 0 { return .bytes(bytes) }
            if received == 0 { return .end }
            guard error == EAGAIN || error == EINTR else { return .failed(error) }
            let left = milliseconds - stopwatch.milliseconds
            if deadline.isOver || left <= 0 { return .nothing }
            wait(for: POLLIN, min(deadline.slice, Int32(clamping: left)))
        }
    }

    /// Writes everything; an error number where it could not, `ETIMEDOUT` where the deadline ended
    /// first.
    ///
    /// A peer that is gone is an error here and never a signal, which would end the process.
    package func write(_ bytes: [UInt8], _ deadline: Deadline) -> Int32? {
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
            if deadline.isOver { return ETIMEDOUT }
            wait(for: POLLOUT, deadline.slice)
        }
        return nil
    }

    private func wait(for event: Int32, _ milliseconds: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        _ = poll(&entry, 1, milliseconds)
    }
}
