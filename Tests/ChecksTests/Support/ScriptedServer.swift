import Foundation
import Synchronization

/// A server on a port of loopback that says lines in turn, and then hands the connection on.
///
/// It accepts one connection, on a thread of its own, which closes what it opened.
final class ScriptedServer: Sendable {
    /// What it does once its lines are said.
    enum Ending: Sendable {
        case closes
        /// Passes everything on to another port of loopback and back.
        case tunnels(to: Int)
        /// The same, once it has received and dropped so many bytes.
        case skips(Int, to: Int)
        /// The same, until so many bytes came back; then it closes.
        case cuts(to: Int, after: Int)
    }

    let port: Int

    /// Runs a server while the body runs.
    ///
    /// - Parameters:
    ///   - lines: What it says: the first at once, each other after it has received something.
    ///   - ending: What it does afterwards.
    ///   - body: Uses the server.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws, or that there is no port.
    static func with<Value>(
        _ lines: [String], then ending: Ending = .closes,
        _ body: (ScriptedServer) async throws -> Value
    ) async throws -> Value {
        try await with(bytes: lines.map { Array($0.utf8) }, then: ending, body)
    }

    /// The same for lines that need be no text.
    static func with<Value>(
        bytes lines: [[UInt8]], then ending: Ending = .closes,
        _ body: (ScriptedServer) async throws -> Value
    ) async throws -> Value {
        let server = try ScriptedServer(lines, ending)
        return try await body(server)
    }

    private init(_ lines: [[UInt8]], _ ending: Ending) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try Self.bind(listener)
        guard listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread {
            defer { close(listener) }
            var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 20_000) > 0 else { return }
            let peer = accept(listener, nil, nil)
            defer { close(peer) }
            for (place, line) in lines.enumerated() {
                if place > 0, Self.receive(peer).isEmpty { return }
                Self.write(line, to: peer)
            }
            switch ending {
            case .closes: break
            case .tunnels(let port): Self.tunnel(peer, to: port, atMost: .max)
            case .skips(let count, let port):
                var left = [UInt8](repeating: 0, count: count)
                guard recv(peer, &left, count, Int32(MSG_WAITALL)) == count else { return }
                Self.tunnel(peer, to: port, atMost: .max)
            case .cuts(let port, let count): Self.tunnel(peer, to: port, atMost: count)
            }
        }.start()
    }

    private static func bind(_ listener: Int32) throws -> Int {
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.bind(listener, $0, length) + getsockname(listener, $0, &length)
            }
        }
        guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        return address
    }

    private static func receive(_ descriptor: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return Array(buffer.prefix(max(0, count)))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func tunnel(_ peer: Int32, to port: Int, atMost limit: Int) {
        let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(other) }
        var address = loopback(port)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(other, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { return }
        var passed = 0
        while passed < limit {
            var entries = [peer, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&entries, 2, 20_000) > 0 else { return }
            for (from, to) in [(0, other), (1, peer)] where entries[from].revents != 0 {
                var bytes = receive(entries[from].fd)
                guard !bytes.isEmpty else { return }
                if from == 1 {
                    bytes = Array(bytes.prefix(limit - passed))
                    passed += bytes.count
                }
                write(bytes, to: to)
            }
        }
    }
}
