import Foundation

/// Bytes that are sent over a socket of their own, and what comes back: no client stands between.
enum RawExchange {
    /// What a server answered.
    struct Answer: Sendable {
        let bytes: [UInt8]

        /// As text, whatever it is.
        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// 0 where the connection was closed without an answer.
        var status: Int {
            let words = text.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
            return words.count > 1 && words[0].hasPrefix("HTTP/") ? Int(words[1]) ?? 0 : 0
        }

        /// How many answers came.
        var count: Int { text.components(separatedBy: "HTTP/1.1 ").count - 1 }

        /// The head, in lower case.
        var head: String {
            (text.range(of: "\r\n\r\n").map { String(text[..<$0.lowerBound]) } ?? text).lowercased()
        }

        /// What stands behind the head.
        var body: String {
            text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
        }
    }

    /// There is nobody to talk to.
    struct NoConnection: Error {}

    /// Sends the pieces one after the other, and reads until the other side closes or says nothing for a
    /// while.
    static func send(
        _ pieces: [[UInt8]], to port: Int, pause: Duration = .zero, patience: Int = 5
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { answer in
            Thread.detachNewThread {
                answer.resume(with: Result { try exchange(pieces, port, pause, patience) })
            }
        }
    }

    static func send(_ text: String, to port: Int) async throws -> Answer {
        try await send([Array(text.utf8)], to: port)
    }

    private static func exchange(
        _ pieces: [[UInt8]], _ port: Int, _ pause: Duration, _ patience: Int
    ) throws -> Answer {
        let descriptor = try connection(to: port, patience)
        defer { close(descriptor) }
        for (number, piece) in pieces.enumerated() {
            if number > 0 { usleep(UInt32(pause / .microseconds(1))) }
            var rest = piece[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                // A server that has seen enough closes before everything is sent.
                guard sent > 0 else { break }
                rest = rest.dropFirst(sent)
            }
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < 16 << 20 {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return Answer(bytes: bytes)
    }

    /// A connection that waits no longer than some seconds for each piece.
    static func connection(to port: Int, _ patience: Int = 5) throws -> Int32 {
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
        let descriptor = socket(AF_INET, Int32(kind), 0)
        var time = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(
                descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, length)
            }
        }
        guard status == 0 else {
            close(descriptor)
            throw NoConnection()
        }
        return descriptor
    }
}
