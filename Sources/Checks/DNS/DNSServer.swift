/// The address and port of a name server.
package struct DNSServer: Hashable, Sendable, CustomStringConvertible {
    package let address: String
    package let port: Int

    package init(address: String, port: Int = 53) {
        self.address = address
        self.port = port
    }

    /// Reads `ADDRESS` or `ADDRESS:PORT`; nil for another form.
    ///
    /// An IPv6 address with a port stands in brackets.
    package init?(_ text: String) {
        if let address = IPAddress(text) {
            self.init(address: address.description)
            return
        }
        let bytes = Array(text.utf8)
        let colon = bytes.lastIndex(of: UInt8(ascii: ":"))
        var address = bytes[..<(colon ?? bytes.count)]
        var port = 53
        if bytes.last == UInt8(ascii: "]") {
            address = bytes[...]
        } else {
            guard let colon,
                let number = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)),
                bytes[(colon + 1)...].allSatisfy({ (48...57).contains($0) }),
                (1...65_535).contains(number)
            else { return nil }
            port = number
        }
        let isBracketed =
            address.first == UInt8(ascii: "[") && address.last == UInt8(ascii: "]")
        if isBracketed { address = address.dropFirst().dropLast() }
        guard let read = IPAddress(String(decoding: address, as: UTF8.self)),
            read.isIPv6 == isBracketed
        else { return nil }
        self.init(address: read.description, port: port)
    }

    package var description: String {
        address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]:\(port)" : "\(address):\(port)"
    }
}
