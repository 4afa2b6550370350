import Foundation

/// A port of loopback whose queue of connections is full, so that the system drops what comes
/// after.
final class DeafListener {
    let port: Int
    private var descriptors: [Int32] = []

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
        let fillers = (0..<4).map { _ in socket(AF_INET, kind, 0) }
        descriptors = [listener] + fillers
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let result =
                    bind(listener, address, length) + listen(listener, 0)
                    + getsockname(listener, address, &length)
                for filler in fillers { _ = connect(filler, address, length) }
                return result
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    }

    func stop() {
        for descriptor in descriptors { close(descriptor) }
        descriptors = []
    }
}
