import Foundation

/// An IP address with a port, as `connect` takes it.
package struct DialAddress {
    /// The address as text, without the port.
    let text: String
    let family: Int32
    private let storage: sockaddr_storage
    private let length: socklen_t

    /// Nil where the text is no IPv4 or IPv6 address; an IPv6 address may carry a scope
    /// (`fe80::1%eth0`).
    package init?(_ text: String, port: Int) {
        if let address = IPAddress(text) {
            let storage = address.socketAddress(port: port)
            (self.text, self.storage) = (text, storage.address)
            (family, length) = (Int32(storage.address.ss_family), storage.length)
            return
        }
        // Only the system can tell what a scope stands for.
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        hints.ai_socktype = SocketKind.stream
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(text, "\(port)", &hints, &found) == 0, let found else { return nil }
        defer { freeaddrinfo(found) }
        var storage = sockaddr_storage()
        memcpy(&storage, found.pointee.ai_addr, Int(found.pointee.ai_addrlen))
        self.text = text
        self.family = found.pointee.ai_family
        self.storage = storage
        self.length = found.pointee.ai_addrlen
    }

    /// The text is an IPv4 address in dotted decimal or an IPv6 address.
    static func isLiteral(_ text: String) -> Bool {
        var address = in_addr()
        return isIPv6(text) || inet_pton(AF_INET, text, &address) == 1
    }

    /// The text is an IPv6 address, with or without a scope.
    static func isIPv6(_ text: String) -> Bool {
        // Nearly every host is a name.
        guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
        var address = in6_addr()
        let parts = text.utf8.split(
            separator: UInt8(ascii: "%"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first else { return false }
        if parts.count == 2, parts[1].isEmpty { return false }
        return inet_pton(AF_INET6, String(decoding: first, as: UTF8.self), &address) == 1
    }

    /// Begins a connection on a socket that does not block; 0 or the error number.
    func connect(_ descriptor: Int32) -> Int32 {
        var storage = storage
        let result = withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, length)
            }
        }
        return result == 0 ? 0 : errno
    }
}
