package import Checks
import Glibc

/// A server that says what it is told to, whatever it hears, and then hangs up.
package final class HostilePeer {
    /// Our end, which gives up after a time that no input needs.
    package let connection: Connection
    private let other: Int32

    package init(saying bytes: some Collection<UInt8>) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        precondition(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        let said = Array(bytes)
        precondition(said.isEmpty || send(ends[1], said, said.count, Int32(MSG_NOSIGNAL)) >= 0)
        shutdown(ends[1], Int32(SHUT_WR))
        other = ends[1]
        connection = Connection(DialSocket(taking: ends[0]), Deadline(.seconds(5)))
    }

    deinit { close(other) }

    /// Nothing that it said was left over.
    package var isDrained: Bool {
        do throws(ExchangeFailure) {
            _ = try connection.receive()
            return false
        } catch {
            return error == .closed
        }
    }
}
