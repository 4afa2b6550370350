/// Reads the heads of answers line by line, as they come; the last one counts.
package struct HTTPHead {
    /// What a line came to.
    package enum Reading {
        case goesOn
        /// No line of a head, or more than anybody sends.
        case refused(String)
    }

    package private(set) var version = ""
    package private(set) var status = 0
    package private(set) var fields: [HTTPField] = []
    /// The blank line at its end was seen.
    package private(set) var isWhole = false
    private var total = 0

    package init() {}

    /// More than servers send: bytes of all heads, and lines of one.
    private static let limits = (bytes: 256 << 10, fields: 1000)

    private static let versions = ["1.0", "1.1", "2"]

    /// Goes on with a line with its end.
    package mutating func read(_ bytes: [UInt8]) -> Reading {
        total += bytes.count
        guard total <= Self.limits.bytes, fields.count < Self.limits.fields else {
            return .refused("a head without end")
        }
        var line = bytes[...]
        while let last = line.last, last == 10 || last == 13 { line.removeLast() }
        if line.starts(with: "HTTP/".utf8) { return begin(line.dropFirst(5)) }
        // What follows the body is no part of the head.
        guard !isWhole else { return .goesOn }
        guard !line.isEmpty else {
            isWhole = true
            return .goesOn
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            return .refused("a head that is none of HTTP")
        }
        let value = line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
        let end = value.lastIndex { $0 != 32 && $0 != 9 }.map { $0 + 1 } ?? value.startIndex
        fields.append(
            HTTPField(
                ForeignText.clean(line[..<colon], limit: 256),
                ForeignText.clean(value[..<end], limit: Self.limits.bytes)))
        return .goesOn
    }

    /// The line with the status; what came before was a head of its own.
    private mutating func begin(_ line: ArraySlice<UInt8>) -> Reading {
        let words = line.split(separator: 32, maxSplits: 2)
        guard words.count >= 2 else { return .refused("a status line that is none") }
        let version = String(decoding: words[0], as: UTF8.self)
        guard Self.versions.contains(version), words[1].count == 3,
            let status = Int(String(decoding: words[1], as: UTF8.self)),
            (100...599).contains(status)
        else { return .refused("a status line that is none") }
        (self.version, self.status, fields, isWhole) = (version, status, [], false)
        return .goesOn
    }

    /// An answer to the request, and not one on the way to it.
    var isFinal: Bool { isWhole && status >= 200 }
}
