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
    /// HTTP/2 was agreed on; a server that only writes its name speaks no HTTP.
    var isHTTP2Agreed = false
    private var total = 0

    package init() {}

    /// More than servers send: bytes of all heads, and lines of one.
    private static let limits = (bytes: 256 << 10, fields: 1000)

    /// Goes on with a line with its end.
    package mutating func read(_ bytes: [UInt8]) -> Reading {
        total += bytes.count
        guard total <= Self.limits.bytes, fields.count < Self.limits.fields else {
            return .refused("a head without end")
        }
        var line = bytes[...]
        if line.last == 10 { line.removeLast() }
        if line.last == 13 { line.removeLast() }
        if line.starts(with: "HTTP/".utf8) { return begin(line.dropFirst(5)) }
        // What follows the body is no part of the head.
        guard !isWhole else { return .goesOn }
        guard !line.isEmpty else {
            isWhole = true
            return isFinal ? ambiguity.map { .refused($0) } ?? .goesOn : .goesOn
        }
        return field(line) ? .goesOn : .refused("a head that is none of HTTP")
    }

    /// Takes a line with a field, or with more of the one before it (RFC 9112 section 5); false where
    /// it is neither, because others may take it for a field that this is not.
    private mutating func field(_ line: ArraySlice<UInt8>) -> Bool {
        guard !line.contains(0), !line.contains(13) else { return false }
        if let first = line.first, Self.isBlank(first) {
            guard !fields.isEmpty else { return false }
            fields[fields.count - 1].goOn(with: Self.trimmed(line))
            return true
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = String(decoding: line[..<colon], as: UTF8.self)
        guard HTTPField.isName(name) else { return false }
        fields.append(HTTPField(name, Array(Self.trimmed(line[(colon + 1)...]))))
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    /// A value without the blanks around it.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let value = bytes.drop(while: isBlank)
        let end = value.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? value.startIndex
        return value[..<end]
    }

    /// The line with the status; what came before was a head of its own.
    private mutating func begin(_ line: ArraySlice<UInt8>) -> Reading {
        let words = line.split(separator: 32, maxSplits: 2)
        guard words.count >= 2 else { return .refused("a status line that is none") }
        let version = String(decoding: words[0], as: UTF8.self)
        guard version == "1.0" || version == "1.1" || version == "2" && isHTTP2Agreed,
            words[1].count == 3,
            let status = Int(String(decoding: words[1], as: UTF8.self)),
            (100...599).contains(status)
        else { return .refused("a status line that is none") }
        (self.version, self.status, fields, isWhole) = (version, status, [], false)
        return .goesOn
    }

    /// An answer to the request, and not one on the way to it.
    var isFinal: Bool { isWhole && status >= 200 }
}
