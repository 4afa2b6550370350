/// Where a page comes from, as a browser writes it: scheme, host and port (RFC 6454 section 6.2).
package struct PageOrigin: Hashable, Sendable {
    package let text: String
    /// The host alone, which the passkeys of the page are made for.
    package let host: String

    /// Reads an origin whose pages can ask for passkeys: `https`, or `http` on this machine alone.
    ///
    /// Nil for anything that a browser would write otherwise.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty else { return nil }
        let isSecure = parts[0].elementsEqual("https:".utf8)
        let place = parts[2].split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = place.first, !name.isEmpty,
            name.allSatisfy({ Self.letters.contains($0) }),
            let host = String(name)
        else { return nil }
        let isLocal = host == "localhost" || host.hasSuffix(".localhost")
        guard isSecure || parts[0].elementsEqual("http:".utf8) && isLocal else { return nil }
        if place.count == 2 {
            guard let port = String(place[1]), let number = UInt16(port), number > 0,
                port == "\(number)", number != (isSecure ? 443 : 80)
            else { return nil }
        }
        self.text = text
        self.host = host
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
}
