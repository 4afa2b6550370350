import Foundation

/// Tells why a name server that gave no sign of life cannot be reached.
///
/// c-ares has one status for a closed port and for a missing route. The system tells them apart at
/// once, because connecting a datagram socket looks up the route and sends nothing.
enum ServerReach {
    /// A sentence part that follows the name of the server.
    static func words(for server: DNSServer) -> String {
        switch routeError(to: server) {
        case 0: return "does not accept questions (its port is closed)"
        case let code:
            return "cannot be reached from this machine (\(String(cString: strerror(code))))"
        }
    }

    /// The error number of the route to a server; 0 where there is a route.
    private static func routeError(to server: DNSServer) -> Int32 {
        guard let address = IPAddress(server.address) else { return EINVAL }
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let descriptor = socket(
            family, SocketKind.datagram | SocketKind.closedOnExec, 0)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        let port = in_port_t(server.port).bigEndian
        let result: Int32
        if address.isIPv6 {
            var target = sockaddr_in6()
            target.sin6_family = sa_family_t(family)
            target.sin6_port = port
            withUnsafeMutableBytes(of: &target.sin6_addr) { $0.copyBytes(from: address.bytes) }
            result = withUnsafePointer(to: target) { connect(descriptor, $0) }
        } else {
            var target = sockaddr_in()
            target.sin_family = sa_family_t(family)
            target.sin_port = port
            withUnsafeMutableBytes(of: &target.sin_addr) { $0.copyBytes(from: address.bytes) }
            result = withUnsafePointer(to: target) { connect(descriptor, $0) }
        }
        return result == 0 ? 0 : errno
    }

    private static func connect<Address>(
        _ descriptor: Int32, _ target: UnsafePointer<Address>
    ) -> Int32 {
        target.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
        }
    }
}
