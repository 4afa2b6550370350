import Foundation

/// A port of loopback that takes connections and never says anything.
enum LoopbackListener {
    /// The system has no port to give.
    struct NoPort: Error {}

    /// Listens while the body runs.
    static func with<Result>(_ body: (Int) async throws -> Result) async throws -> Result {
        let (descriptor, port) = try open()
        defer { close(descriptor) }
        return try await body(port)
    }

    /// A port that nothing listens on.
    static func unusedPort() throws -> Int {
        let (descriptor, port) = try open()
        close(descriptor)
        return port
    }

    private static func open() throws -> (descriptor: Int32, port: Int) {
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
        let descriptor = socket(AF_INET, Int32(kind), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw NoPort()
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}
