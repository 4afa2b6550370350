import Checks
import Foundation
import Glibc
import Synchronization

/// A name server in this process that answers as a test wants it to.
final class DNSResponder: Sendable {
    /// A question as it came.
    struct Question: Sendable {
        let bytes: [UInt8]
        let isOverTCP: Bool
    }

    let server: DNSServer
    private let datagram: Int32
    private let stream: Int32
    private let isStopped = Atomic(false)
    private let count = Atomic(0)
    private let answer: @Sendable (Question) -> [UInt8]?

    /// How many questions came.
    var questions: Int { count.load(ordering: .relaxed) }

    /// Runs a server as long as the body runs; nil is an answer that is not sent.
    static func run<Result>(
        answer: @escaping @Sendable (Question) -> [UInt8]?,
        body: (DNSResponder) async throws -> Result
    ) async throws -> Result {
        let responder = try DNSResponder(answer)
        defer { responder.isStopped.store(true, ordering: .relaxed) }
        return try await body(responder)
    }

    private init(_ answer: @escaping @Sendable (Question) -> [UInt8]?) throws {
        let port: Int
        (datagram, stream, port) = try LoopbackSocket.pair()
        server = DNSServer(address: "127.0.0.1", port: port)
        self.answer = answer
        Thread { [self] in serve() }.start()
    }

    private func serve() {
        defer {
            close(datagram)
            close(stream)
        }
        while !isStopped.load(ordering: .relaxed) {
            var polled = [datagram, stream].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&polled, 2, 20) > 0 else { continue }
            if polled[0].revents != 0 { answerDatagram() }
            if polled[1].revents != 0 { answerStream() }
        }
    }

    private func reply(to bytes: [UInt8], isOverTCP: Bool) -> [UInt8]? {
        count.add(1, ordering: .relaxed)
        return answer(Question(bytes: bytes, isOverTCP: isOverTCP))
    }

    private func answerDatagram() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var sender = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutablePointer(to: &sender) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let got = recvfrom(datagram, &buffer, buffer.count, 0, address, &size)
                guard got > 0, let reply = reply(to: Array(buffer.prefix(got)), isOverTCP: false)
                else { return }
                _ = sendto(datagram, reply, reply.count, 0, address, size)
            }
        }
    }

    private func answerStream() {
        let connection = accept(stream, nil, nil)
        guard connection >= 0 else { return }
        defer { close(connection) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        var polled = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 2000) > 0 else { return }
        let got = read(connection, &buffer, buffer.count)
        guard got > 2, let reply = reply(to: Array(buffer[2..<got]), isOverTCP: true) else {
            return
        }
        let framed = [UInt8(reply.count >> 8), UInt8(reply.count & 255)] + reply
        _ = send(connection, framed, framed.count, Int32(MSG_NOSIGNAL))
    }
}
