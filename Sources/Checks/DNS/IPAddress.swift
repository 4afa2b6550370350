import Glibc

/// An IPv4 or IPv6 address.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes, the most significant first.
    package let bytes: [UInt8]
    /// The shortest usual form: of IPv6 that of RFC 5952.
    package let description: String

    package var isIPv6: Bool { bytes.count == 16 }

    /// Nil where there are not 4 or 16 bytes.
    package init?(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 4 || bytes.count == 16,
            let text = Self.text(family: bytes.count == 4 ? AF_INET : AF_INET6, bytes)
        else { return nil }
        self.bytes = bytes
        description = text
    }

    /// Reads an address without brackets, port or zone; nil for another form.
    package init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(bytes: bytes.prefix(4))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(bytes: bytes)
        } else {
            return nil
        }
    }

    /// The address of IPv4 that one of IPv6 stands for, such as `::ffff:192.0.2.1` (RFC 4291 section
    /// 2.5.5.2); nil for others.
    var mapped: IPAddress? {
        guard isIPv6, bytes.starts(with: [UInt8](repeating: 0, count: 10) + [255, 255]) else {
            return nil
        }
        return IPAddress(bytes: bytes.dropFirst(12))
    }

    /// The address of IPv4 that it stands for, or itself: the form in which addresses are compared.
    var compared: IPAddress { mapped ?? self }

    /// The address with a port as the system takes it.
    func socketAddress(port: Int) -> (address: sockaddr_storage, length: socklen_t) {
        var storage = sockaddr_storage()
        let port = in_port_t(truncatingIfNeeded: port).bigEndian
        let length = withUnsafeMutableBytes(of: &storage) { raw in
            if isIPv6 {
                var target = sockaddr_in6()
                target.sin6_family = sa_family_t(AF_INET6)
                target.sin6_port = port
                withUnsafeMutableBytes(of: &target.sin6_addr) { $0.copyBytes(from: bytes) }
                raw.storeBytes(of: target, as: sockaddr_in6.self)
                return MemoryLayout<sockaddr_in6>.size
            }
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = port
            withUnsafeMutableBytes(of: &target.sin_addr) { $0.copyBytes(from: bytes) }
            raw.storeBytes(of: target, as: sockaddr_in.self)
            return MemoryLayout<sockaddr_in>.size
        }
        return (storage, socklen_t(length))
    }

    /// The text of the address that stands in a socket address; nil for other families.
    static func text(_ address: UnsafePointer<sockaddr>?) -> String? {
        guard let address else { return nil }
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                var number = $0.pointee.sin_addr
                return text(family: AF_INET, &number)
            }
        case AF_INET6:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                var number = $0.pointee.sin6_addr
                return text(family: AF_INET6, &number)
            }
        default:
            return nil
        }
    }

    /// The text of the address whose bytes are at a pointer.
    static func text(family: Int32, _ number: UnsafeRawPointer) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, number, &buffer, socklen_t(buffer.count)) != nil else { return nil }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
