/// Paths as they are written elsewhere, under which nothing is ever found here.
enum ForeignPath {
    /// What is wrong with a path, and what to write instead; nil for one of this machine.
    static func mistake(in path: String) -> (message: String, fix: String)? {
        if let first = path.unicodeScalars.first, let last = path.unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        {
            return (
                "the path begins or ends with a blank, so that this would always be met",
                "remove the blank"
            )
        }
        if isAddress(path) {
            return (
                "this is an address and no path, so that this would always be met",
                "write the path alone, such as /etc/gateway.conf"
            )
        }
        guard isWindows(path) else { return nil }
        return (
            "this is a path of Windows and none of this machine, so that this would always be met",
            "write a path with slashes, such as /etc/gateway.conf"
        )
    }

    /// A scheme and two slashes (RFC 3986 section 3.1).
    private static func isAddress(_ path: String) -> Bool {
        let scheme = path.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard let first = scheme.first, first.isLetter else { return false }
        return path.utf8.dropFirst(scheme.count).starts(with: "://".utf8)
            && scheme.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    /// A letter of a drive, or a server behind two backslashes.
    private static func isWindows(_ path: String) -> Bool {
        let start = Array(path.utf8.prefix(3))
        let backslash = UInt8(ascii: "\\")
        if start.starts(with: [backslash, backslash]) { return true }
        return start.count == 3 && start[0].isLetter && start[1] == UInt8(ascii: ":")
            && (start[2] == backslash || start[2] == UInt8(ascii: "/"))
    }
}
