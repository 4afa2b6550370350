import Foundation
import Synchronization

/// A UDP socket of loopback that answers as a test wants it to.
final class DatagramServer: Sendable {
    let port: Int
    private let isStopped = Atomic(false)

    /// Runs a server while the body runs; nil is an answer that is not sent.
    static func with<Value>(
        _ answer: @escaping @Sendable ([UInt8]) -> [UInt8]?,
        _ body: (DatagramServer) async throws -> Value
    ) async throws -> Value {
        let server = try DatagramServer(answer)
        defer { server.isStopped.store(true, ordering: .relaxed) }
        return try await body(server)
    }

    private init(_ answer: @escaping @Sendable ([UInt8]) -> [UInt8]?) throws {
        let (datagram, stream, port) = try LoopbackSocket.pair()
        close(stream)
        self.port = port
        Thread { [self] in
            defer { close(datagram) }
            while !isStopped.load(ordering: .relaxed) {
                var entry = pollfd(fd: datagram, events: Int16(POLLIN), revents: 0)
                guard poll(&entry, 1, 20) > 0 else { continue }
                Self.answerOne(datagram, answer)
            }
        }.start()
    }

    private static func answerOne(_ datagram: Int32, _ answer: ([UInt8]) -> [UInt8]?) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var sender = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutablePointer(to: &sender) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let got = recvfrom(datagram, &buffer, buffer.count, 0, address, &size)
                guard got >= 0, let reply = answer(Array(buffer.prefix(got))) else { return }
                _ = sendto(datagram, reply, reply.count, 0, address, size)
            }
        }
    }
}
