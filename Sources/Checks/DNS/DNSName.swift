/// The names of the domain name system as people write them.
package enum DNSName {
    /// The name in lower case without its final dot; nil for a text that cannot be a name.
    ///
    /// RFC 1035, 2.3.4, has the lengths. Letters, digits, hyphens and underscores are what is used
    /// in practice; a name in another script is written in its ASCII form (`xn--…`).
    package static func normal(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        guard (1...253).contains(bytes.count) else { return nil }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ (1...63).contains($0.count) && $0.allSatisfy(isUsual) }) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            return true
        case UInt8(ascii: "*"), UInt8(ascii: "/"):
            // A wildcard may be asked for, and RFC 2317 has the slash in names of reverse zones.
            return true
        default: return false
        }
    }

    /// All its labels are numbers, so that many programs take it for an address, each for another
    /// one: `127.1`, `0177.0.0.1`, `0x7f000001`.
    package static func isNumeric(_ text: String) -> Bool {
        let name = text.hasSuffix(".") ? text.dropLast() : text[...]
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            let isHexadecimal = label.hasPrefix("0x") || label.hasPrefix("0X")
            return isHexadecimal
                ? label.dropFirst(2).utf8.allSatisfy(isHexadecimalDigit)
                : !label.isEmpty && label.utf8.allSatisfy { (48...57).contains($0) }
        }
    }

    private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...102).contains(byte | 0x20)
    }

    /// The name under which the host name of an address is found (RFC 1035, 3.5; RFC 3596, 2.5).
    package static func reverse(of address: IPAddress) -> String {
        guard address.isIPv6 else {
            return address.bytes.reversed().map { String($0) }.joined(separator: ".")
                + ".in-addr.arpa"
        }
        let digits = address.bytes.reversed().flatMap {
            [String($0 & 15, radix: 16), String($0 >> 4, radix: 16)]
        }
        return digits.joined(separator: ".") + ".ip6.arpa"
    }
}
