import Foundation

/// Ports of loopback that stand in for servers: one listens, one refuses, one answers DNS questions.
struct LoopbackPorts: Sendable {
    let listening: Int
    let refusing: Int
    /// Knows the address of `new.example.test` and of no other name.
    let dns: Int

    /// The system has no port to give.
    struct NoPort: Error {}

    static func with<Result>(_ body: (LoopbackPorts) async throws -> Result) async throws -> Result
    {
        let (listener, listening) = try bound(SOCK_STREAM)
        defer { close(listener) }
        listen(listener, 16)
        let (unused, refusing) = try bound(SOCK_STREAM)
        close(unused)
        let (names, dns) = try bound(SOCK_DGRAM)
        // Ends when the socket is shut down.
        let server = Thread { answer(names) }
        server.start()
        defer {
            shutdown(names, Int32(SHUT_RDWR))
            close(names)
        }
        return try await body(
            LoopbackPorts(listening: listening, refusing: refusing, dns: dns))
    }

    private static func bound(_ kind: __socket_type) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw NoPort()
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Answers one question after the other (RFC 1035, 4.1): A with 127.0.0.1, other types with
    /// nothing, other names with NXDOMAIN.
    private static func answer(_ descriptor: Int32) {
        var question = [UInt8](repeating: 0, count: 512)
        while true {
            var peer = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let count = withUnsafeMutablePointer(to: &peer) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    recvfrom(descriptor, &question, question.count, 0, $0, &length)
                }
            }
            guard count > 12 else { return }
            let reply = reply(to: Array(question.prefix(count)))
            _ = withUnsafePointer(to: &peer) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(descriptor, reply, reply.count, 0, $0, length)
                }
            }
        }
    }

    private static func reply(to message: [UInt8]) -> [UInt8] {
        guard let end = message.dropFirst(12).firstIndex(of: 0), end + 4 < message.count else {
            return []
        }
        let isKnown = message[12] == 3 && message[13...15].elementsEqual("new".utf8)
        let isAddress = message[end + 2] == 1
        let answers: UInt8 = isKnown && isAddress ? 1 : 0
        let head: [UInt8] =
            Array(message[0...1]) + [0x85, isKnown ? 0x80 : 0x83, 0, 1, 0, answers, 0, 0, 0, 0]
        let address: [UInt8] = [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]
        return head + message[12...(end + 4)] + (answers == 1 ? address : [])
    }
}
