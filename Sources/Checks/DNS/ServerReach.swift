import Files
import Glibc

/// Tells why a name server that gave no sign of life cannot be reached.
///
/// c-ares has one status for a closed port and for a missing route. The system tells them apart at
/// once, because connecting a datagram socket looks up the route and sends nothing.
enum ServerReach {
    /// What is wrong, in a few words.
    static func words(for server: DNSServer) -> String {
        switch routeError(to: server) {
        case 0: return "its port is closed"
        case let code:
            return "it cannot be reached from this machine (\(SystemError(code)))"
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
        var (storage, length) = address.socketAddress(port: server.port)
        let result = withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, length)
            }
        }
        return result == 0 ? 0 : errno
    }
}
