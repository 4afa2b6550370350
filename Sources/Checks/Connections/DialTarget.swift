import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

/// A host to connect to with a port that may be left open: `gateway`, `10.0.0.5:8443`,
/// `[2001:db8::1]:443`.
package struct DialTarget: Hashable, Sendable, CustomStringConvertible {
    /// A name or an address, without brackets.
    package let host: String
    /// Nil where the port of the check holds.
    package let port: Int?

    package init(host: String, port: Int? = nil) {
        self.host = host
        self.port = port
    }

    /// Nil where the text is no host with an optional port.
    package init?(_ text: String) {
        if text.hasPrefix("[") {
            guard let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let host = String(text[text.index(after: text.startIndex)..<end])
            guard DialAddress.isIPv6(host),
                let port = Self.port(text[text.index(after: end)...])
            else { return nil }
            self.init(host: host, port: port.number)
            return
        }
        if DialAddress.isIPv6(text) {
            self.init(host: text)
            return
        }
        let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        let host = String(text[..<colon])
        guard Self.isHost(host), let port = Self.port(text[colon...]) else { return nil }
        self.init(host: host, port: port.number)
    }

    package var description: String { Self.text(host: host, port: port) }

    /// A host with a port as people write it, brackets round an IPv6 address.
    package static func text(host: String, port: Int?) -> String {
        let host = DialAddress.isIPv6(host) && port != nil ? "[\(host)]" : host
        return port.map { "\(host):\($0)" } ?? host
    }

    /// An address, or a name of letters, digits, hyphens and underscores with dots between its
    /// labels.
    package static func isHost(_ text: String) -> Bool {
        if DialAddress.isLiteral(text) { return true }
        // Each program takes such a name for another address.
        guard !DNSName.isNumeric(text) else { return false }
        var labels = text.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        return text.utf8.count <= 254
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
                    && label.last != UInt8(ascii: "-") && label.allSatisfy(isNameByte)
            }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            return true
        default: return false
        }
    }

    /// The number behind a colon, or none where nothing follows; nil for anything else.
    private static func port(_ text: Substring) -> (number: Int?, Void)? {
        if text.isEmpty { return (nil, ()) }
        let digits = text.utf8.dropFirst()
        guard text.hasPrefix(":"), (1...5).contains(digits.count),
            digits.allSatisfy({ (48...57).contains($0) }), let number = Int(text.dropFirst()),
            (1...65_535).contains(number)
        else { return nil }
        return (number, ())
    }
}

extension ValueType where Value == DialTarget {
    /// A host with an optional port.
    package static var dialTarget: ValueType {
        scalar(
            "a host name or IP address, with :PORT where another port is meant",
            schema: ["type": ["string", "number", "boolean"], "minLength": 1]
        ) { DialTarget($0) }
    }
}

extension ValueType where Value == String {
    /// A host without a port.
    package static var dialHost: ValueType {
        scalar(
            "a host name or IP address (names with other letters in their xn-- form)",
            schema: ["type": ["string", "number", "boolean"], "minLength": 1]
        ) { DialTarget.isHost($0) ? $0 : nil }
    }
}
