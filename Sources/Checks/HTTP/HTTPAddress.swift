/// Where a request goes: a URL of `http` or `https`, without user name and fragment.
package struct HTTPAddress: Hashable, Sendable, CustomStringConvertible {
    package let isSecure: Bool
    /// A name in lower case or an address, without brackets.
    package let host: String
    package let port: Int
    /// The path with the query; begins with a slash.
    package let target: String

    /// Longer ones are refused by servers.
    private static let lengthLimit = 8000

    /// Nil where the text is no such URL: what may be read in two ways is none.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count <= Self.lengthLimit, bytes.allSatisfy({ (33...126).contains($0) }),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let rest = text[bytes.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        switch text[..<colon].lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        default: return nil
        }
        let place = rest.dropFirst(2)
        let end =
            place.utf8.firstIndex { "/?#\\".utf8.contains($0) } ?? place.endIndex
        guard let authority = DialTarget(String(place[..<end])), !authority.host.contains("%"),
            // An IPv6 address of a URL stands in brackets.
            place.hasPrefix("[") == DialAddress.isIPv6(authority.host)
        else { return nil }
        host = authority.host.lowercased()
        port = authority.port ?? (isSecure ? 443 : 80)
        let target = place[end...].prefix { $0 != "#" }
        guard !target.contains("\\") else { return nil }
        self.target = target.hasPrefix("/") ? String(target) : "/\(target)"
        guard isShort else { return nil }
    }

    private init?(_ base: HTTPAddress, target: String) {
        (isSecure, host, port) = (base.isSecure, base.host, base.port)
        self.target = target.hasPrefix("/") ? target : "/\(target)"
        guard isShort else { return nil }
    }

    private var isShort: Bool { description.utf8.count <= Self.lengthLimit }

    /// The scheme, and the host with its port where it is not the usual one.
    package var origin: String {
        let usual = isSecure ? 443 : 80
        let name = DialAddress.isIPv6(host) && port == usual ? "[\(host)]" : host
        return (isSecure ? "https://" : "http://")
            + DialTarget.text(host: name, port: port == usual ? nil : port)
    }

    package var description: String { origin + target }

    /// The host with its port.
    package var place: String { DialTarget.text(host: host, port: port) }

    /// What a reference in an answer leads to (RFC 3986 section 5.2); nil where that is no URL.
    package func following(_ reference: String) -> HTTPAddress? {
        let text = String(
            decoding: reference.utf8.flatMap { byte in
                (33...126).contains(byte)
                    ? [byte] : Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            }, as: UTF8.self)
        let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        if scheme.count < text.count, text[scheme.endIndex] == ":" { return HTTPAddress(text) }
        if text.hasPrefix("//") { return HTTPAddress((isSecure ? "https:" : "http:") + text) }
        let plain = String(text.prefix { $0 != "#" })
        guard !plain.contains("\\") else { return nil }
        if plain.isEmpty { return self }
        let path = target.prefix { $0 != "?" }
        if plain.hasPrefix("?") { return HTTPAddress(self, target: path + plain) }
        if plain.hasPrefix("/") { return HTTPAddress(self, target: Self.withoutDots(plain)) }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        return HTTPAddress(self, target: Self.withoutDots(folder + plain))
    }

    /// A path without the parts that stand for its own folder and the one above.
    private static func withoutDots(_ target: String) -> String {
        let path = target.prefix { $0 != "?" }
        var parts: [Substring] = []
        let given = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (place, part) in given.enumerated() {
            let isLast = place == given.count - 1
            switch part {
            case ".": if isLast { parts.append("") }
            case "..":
                _ = parts.popLast()
                if isLast { parts.append("") }
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/") + target[path.endIndex...]
    }
}

extension HTTPAddress {
    /// The host is an address of this machine; a name, which may lead anywhere, is none.
    package var isLoopback: Bool {
        host == "::1" || host.hasPrefix("127.") && DialAddress.isLiteral(host)
    }
}
