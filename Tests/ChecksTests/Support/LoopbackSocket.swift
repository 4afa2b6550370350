import Glibc

/// Sockets on the loopback address, for servers of the tests.
enum LoopbackSocket {
    struct Failure: Error {
        let code: Int32
    }

    /// A datagram and a listening stream socket on one port that was free.
    static func pair() throws -> (datagram: Int32, stream: Int32, port: Int) {
        for _ in 0..<50 {
            let stream = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            let datagram = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            if let port = bind(stream, to: 0), bind(datagram, to: port) != nil,
                listen(stream, 16) == 0
            {
                return (datagram, stream, port)
            }
            close(stream)
            close(datagram)
        }
        throw Failure(code: errno)
    }

    /// A port that nothing listens on.
    static func freePort() throws -> Int {
        let (datagram, stream, port) = try pair()
        close(datagram)
        close(stream)
        return port
    }

    private static func bind(_ descriptor: Int32, to port: Int) -> Int? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                guard Glibc.bind(descriptor, pointer, size) == 0,
                    getsockname(descriptor, pointer, &size) == 0
                else { return nil }
                return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    Int(in_port_t(bigEndian: $0.pointee.sin_port))
                }
            }
        }
    }
}

extension LoopbackSocket {
    /// A connection to the port can be made.
    static func accepts(_ port: Int) -> Bool {
        guard let descriptor = connected(to: port) else { return false }
        close(descriptor)
        return true
    }

    /// Asks a server of HTTP, and waits until it has answered and closed the connection.
    static func ask(_ port: Int) {
        guard let descriptor = connected(to: port) else { return }
        defer { close(descriptor) }
        let request = Array("GET / HTTP/1.0\r\n\r\n".utf8)
        guard write(descriptor, request, request.count) == request.count else { return }
        var answer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &answer, answer.count) > 0 {}
    }

    private static func connected(to port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status == 0 { return descriptor }
        close(descriptor)
        return nil
    }
}
