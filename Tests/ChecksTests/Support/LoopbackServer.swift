import Foundation
import Synchronization

/// A TCP server on a port of loopback that the system chose, which speaks no TLS.
///
/// Every descriptor is closed by the thread that waits on it and by nobody else: a number that is
/// closed behind a thread's back is soon another socket of another test.
final class LoopbackServer: Sendable {
    /// What it does with every connection.
    enum Behaviour: Sendable {
        /// Resets at once.
        case hangsUp
        /// Accepts and says nothing.
        case silent
        /// Says something at once.
        case greets(String)
        /// Says something at once, each byte in a segment of its own.
        case trickles(String)
        /// Says something once it has received something, and closes.
        case answers(String)
        /// Closes once it has received something.
        case closes
        /// Resets once it has received something.
        case resets
        /// Sends these bytes once it has received something, and then nothing.
        case sends([UInt8])
    }

    let port: Int
    private let open: Mutex<Set<Int32>>
    private let arrivals: AsyncStream<Void>
    private let arrival: AsyncStream<Void>.Continuation

    /// Runs a server while the body runs.
    static func with<Value>(
        _ behaviour: Behaviour, _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        let server = try LoopbackServer(behaviour)
        defer { server.stop() }
        return try await body(server)
    }

    /// Keeps a port of loopback on which nothing listens while the body runs.
    static func withClosedPort<Value>(_ body: (Int) async throws -> Value) async throws -> Value {
        let (descriptor, port) = try bound()
        defer { close(descriptor) }
        return try await body(port)
    }

    /// Waits until a connection was made and something was received on it.
    func received() async {
        for await _ in arrivals { return }
    }

    private init(_ behaviour: Behaviour) throws {
        let (listener, port) = try Self.bound()
        guard listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        self.port = port
        open = Mutex([listener])
        (arrivals, arrival) = AsyncStream.makeStream()
        Thread { [self] in accept(listener, behaviour) }.start()
    }

    private static func bound() throws -> (descriptor: Int32, port: Int) {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) + getsockname(descriptor, $0, &length)
            }
        }
        guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func accept(_ listener: Int32, _ behaviour: Behaviour) {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            open.withLock { _ = $0.insert(connection) }
            Thread { [self] in
                serve(connection, behaviour)
                end(connection)
            }.start()
        }
        end(listener)
    }

    private func serve(_ connection: Int32, _ behaviour: Behaviour) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        if case .greets(let text) = behaviour { write(Array(text.utf8), to: connection) }
        if case .trickles(let text) = behaviour { trickle(Array(text.utf8), to: connection) }
        if case .hangsUp = behaviour { return prepareReset(connection) }
        guard recv(connection, &buffer, buffer.count, 0) > 0 else { return }
        arrival.yield()
        switch behaviour {
        case .hangsUp, .silent, .greets, .trickles: break
        case .answers(let text): return write(Array(text.utf8), to: connection)
        case .closes: return
        case .resets: return prepareReset(connection)
        case .sends(let bytes): write(bytes, to: connection)
        }
        while recv(connection, &buffer, buffer.count, 0) > 0 {}
    }

    /// Makes the close that follows a reset.
    private func prepareReset(_ connection: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        let length = socklen_t(MemoryLayout.size(ofValue: linger))
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, length)
    }

    private func trickle(_ bytes: [UInt8], to connection: Int32) {
        var on: Int32 = 1
        setsockopt(
            connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        for byte in bytes { write([byte], to: connection) }
    }

    private func write(_ bytes: [UInt8], to connection: Int32) {
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private func end(_ descriptor: Int32) {
        open.withLock {
            $0.remove(descriptor)
            close(descriptor)
        }
    }

    /// Wakes every thread out of its call, upon which it closes what it waited on.
    private func stop() {
        open.withLock { for descriptor in $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }
}
