/// What requests are passed through.
package struct HTTPProxy: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable {
        case http
        /// SOCKS 5, which looks names up itself.
        case socks = "socks5h"
    }

    package let kind: Kind
    package let host: String
    package let port: Int

    /// Reads `http://HOST:PORT` or `socks5h://HOST:PORT`; nil for another form.
    package init?(_ text: String) {
        guard let mark = text.firstRange(of: "://"),
            let kind = Kind(rawValue: text[..<mark.lowerBound].lowercased())
        else { return nil }
        let place = text[mark.upperBound...]
        guard let target = DialTarget(String(place.hasSuffix("/") ? place.dropLast() : place)),
            let port = target.port
        else { return nil }
        (self.kind, host, self.port) = (kind, target.host, port)
    }

    package var description: String {
        "\(kind.rawValue)://\(DialTarget.text(host: host, port: port))"
    }
}
