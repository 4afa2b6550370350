import Foundation
import Synchronization

/// A TCP server on a port of loopback that the system chose, which speaks no TLS.
final class LoopbackServer: Sendable {
    /// What it does with every connection.
    enum Behaviour: Sendable {
        /// Resets at once.
        case hangsUp
        /// Accepts and says nothing.
        case silent
        /// Says something at once.
        case greets(String)
        /// Says something once it has received something.
        case answers(String)
        /// Closes once it has received something.
        case closes
        /// Resets once it has received something.
        case resets
        /// Sends these bytes once it has received something, and then nothing.
        case sends([UInt8])
    }

    let port: Int
    private let listener: Int32
    private let connections = Mutex<[Int32]>([])
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

    /// A port of loopback on which nothing listens.
    static func unusedPort() throws -> Int {
        let server = try LoopbackServer(.silent)
        server.stop()
        return server.port
    }

    /// Waits until a connection was made and something was received on it.
    func received() async throws {
        for await _ in arrivals { return }
    }

    private init(_ behaviour: Behaviour) throws {
        (arrivals, arrival) = AsyncStream.makeStream()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) + listen(listener, 64)
                    + getsockname(listener, $0, &length)
            }
        }
        guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in accept(behaviour) }.start()
    }

    private func accept(_ behaviour: Behaviour) {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            connections.withLock { $0.append(connection) }
            Thread { [self] in serve(connection, behaviour) }.start()
        }
    }

    private func serve(_ connection: Int32, _ behaviour: Behaviour) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        if case .greets(let text) = behaviour { write(Array(text.utf8), to: connection) }
        if case .hangsUp = behaviour { return reset(connection) }
        guard recv(connection, &buffer, buffer.count, 0) > 0 else { return }
        arrival.yield()
        switch behaviour {
        case .hangsUp, .silent, .greets: break
        case .answers(let text):
            write(Array(text.utf8), to: connection)
            close(connection)
        case .closes: close(connection)
        case .resets: reset(connection)
        case .sends(let bytes): write(bytes, to: connection)
        }
    }

    private func reset(_ connection: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        let length = socklen_t(MemoryLayout.size(ofValue: linger))
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, length)
        close(connection)
    }

    private func write(_ bytes: [UInt8], to connection: Int32) {
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Closes a connection once, so that no other descriptor of the same number is closed by
    /// mistake.
    private func close(_ connection: Int32) {
        let isOpen = connections.withLock { open in
            let isOpen = open.contains(connection)
            open.removeAll { $0 == connection }
            return isOpen
        }
        if isOpen { Foundation.close(connection) }
    }

    private func stop() {
        // Closing alone would leave the thread in its call.
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
        for connection in connections.withLock({ $0 }) {
            shutdown(connection, Int32(SHUT_RDWR))
            close(connection)
        }
    }
}
