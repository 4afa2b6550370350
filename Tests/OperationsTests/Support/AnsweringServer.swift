import Foundation
import Synchronization

/// An HTTP server on a port of loopback that gives one scripted answer after the other.
///
/// Each connection is for one request. The thread that accepted closes what it opened.
final class AnsweringServer: Sendable {
    /// What it does with one request.
    enum Answer: Sendable {
        case answers(Int, [String] = [], body: String = "")
        /// Takes the request and says nothing until the client goes.
        case silence
        /// Takes the request and closes.
        case closes
    }

    /// What it was asked.
    struct Request: Sendable {
        /// The first line with the fields.
        let head: String
        let body: String

        var line: String { String(head.prefix { $0 != "\r\n" }) }

        /// The value of a field; nil where there is none.
        func field(_ name: String) -> String? {
            head.components(separatedBy: "\r\n").dropFirst().first {
                $0.lowercased().hasPrefix("\(name.lowercased()):")
            }.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    let port: Int
    private let listener: Int32
    private let seen = Mutex<[Request]>([])

    /// Runs a server while the body runs; behind the last answer it gives 500.
    static func with<Value>(
        _ answers: [Answer], _ body: (AnsweringServer) async throws -> Value
    ) async throws -> Value {
        try await with({ _ in answers }, body)
    }

    /// The same, for answers that name the port.
    static func with<Value>(
        _ answers: (Int) -> [Answer], _ body: (AnsweringServer) async throws -> Value
    ) async throws -> Value {
        let server = try AnsweringServer()
        server.start(answers(server.port))
        defer { shutdown(server.listener, Int32(SHUT_RDWR)) }
        return try await body(server)
    }

    /// What it was asked so far.
    var requests: [Request] { seen.withLock { $0 } }

    var base: String { "http://127.0.0.1:\(port)" }

    private init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) + listen(descriptor, 16)
                    + getsockname(descriptor, $0, &length)
            }
        }
        guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    private func start(_ answers: [Answer]) {
        Thread { [self] in
            defer { close(listener) }
            var left = answers[...]
            while true {
                let peer = accept(listener, nil, nil)
                guard peer >= 0 else { return }
                serve(peer, left.popFirst() ?? .answers(500))
                close(peer)
            }
        }.start()
    }

    private func serve(_ peer: Int32, _ answer: Answer) {
        guard let request = Self.request(peer) else { return }
        seen.withLock { $0.append(request) }
        switch answer {
        case .closes: return
        case .silence:
            var byte: UInt8 = 0
            while recv(peer, &byte, 1, 0) > 0 {}
        case .answers(let status, let fields, let body):
            let head = ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)"] + fields
            let bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
            _ = send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    private static func request(_ peer: Int32) -> Request? {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(peer, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            text += String(decoding: buffer.prefix(count), as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let request = Request(
                head: String(text[..<end.lowerBound]), body: String(text[end.upperBound...]))
            let length = request.field("content-length").flatMap { Int($0) } ?? 0
            if request.body.utf8.count >= length { return request }
        }
    }
}

/// Keeps the waits between attempts in place of waiting.
final class Waits: Sendable {
    private let all = Mutex<[Duration]>([])

    var seconds: [Int] { all.withLock { $0.map { Int($0.components.seconds) } } }

    @Sendable func add(_ wait: Duration) async throws { all.withLock { $0.append(wait) } }
}
