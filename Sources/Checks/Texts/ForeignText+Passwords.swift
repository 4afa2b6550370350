extension ForeignText {
    /// The bytes as `clean` has them, without the passwords of URLs in them.
    static func withoutPasswords(_ bytes: [UInt8], limit: Int = 300) -> String {
        clean(masked(bytes), limit: limit)
    }

    /// Whether a URL in the bytes has a password.
    static func hasPassword(_ bytes: [UInt8]) -> Bool { masked(bytes) != bytes }

    /// The bytes with `…` for what stands behind a user name and before its host (RFC 3986
    /// section 3.2.1).
    private static func masked(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var rest = bytes[...]
        while let mark = rest.firstRange(of: Array("//".utf8)) {
            kept += rest[..<mark.upperBound]
            rest = rest[mark.upperBound...]
            let authority = rest.prefix { !"/?# \t\"<>".utf8.contains($0) }
            guard let end = authority.lastIndex(of: UInt8(ascii: "@")),
                let colon = authority[..<end].firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            kept += rest[...colon]
            kept += "…".utf8
            rest = rest[end...]
        }
        return kept + rest
    }
}
