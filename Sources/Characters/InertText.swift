/// Breaks what a build service would obey in the output of a program.
///
/// GitHub takes a line that begins with `::`, blanks aside, for a command, and `##[` anywhere in a
/// line; Azure Pipelines takes `##vso[` and `##[`, TeamCity `##teamcity[`.
package enum InertText {
    private static let services: [[UInt8]] = [
        Array("##vso[".utf8), Array("##[".utf8), Array("##teamcity[".utf8),
    ]

    /// The lines of a text with a blank within each beginning of a command.
    ///
    /// What is hidden in the text was made visible before; the result does not change again.
    package static func lines(_ text: String) -> String {
        // Nearly every text is plain.
        guard isSuspect(text) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        for index in bytes.indices {
            result.append(bytes[index])
            if isBroken(after: index, of: bytes) { result.append(UInt8(ascii: " ")) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a blank must follow the byte at a place of a text.
    package static func isBroken(after index: Int, of bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "#"): return beginsCommand(bytes[index...])
        case UInt8(ascii: ":"):
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") else {
                return false
            }
            return isAfterBlanks(bytes[..<index])
        default: return false
        }
    }

    /// Whether nothing but blanks of Unicode stands between the start of the line and the end; it
    /// goes back no further than to the first that is none, however long the line is.
    private static func isAfterBlanks(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let last = rest.last, last != 10 {
            // The bytes that go on with a scalar are 10xxxxxx.
            let first = rest.lastIndex { $0 & 0xC0 != 0x80 } ?? rest.startIndex
            var scalar = rest[first...].makeIterator()
            var decoder = UTF8()
            guard case .scalarValue(let value) = decoder.decode(&scalar),
                value.properties.isWhitespace
            else { return false }
            rest = rest[..<first]
        }
        return true
    }

    /// A JSON text whose strings hold nothing that a terminal or a build service would obey.
    ///
    /// Only strings hold such signs, where an escape stands for the same text.
    package static func json(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { ($0 >= 32 && $0 < 127) || $0 == 10 }
        guard !isPlain || isSuspect(text) else { return text }
        var result = ""
        var isAfterHash = false
        for scalar in text.unicodeScalars {
            let isSecondHash = isAfterHash && scalar == "#"
            isAfterHash = scalar == "#"
            if isSecondHash || (scalar != "\n" && VisibleText.isHidden(scalar)) {
                for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                    result += "\\u" + Hexadecimal.padded(unit, to: 4).lowercased()
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isSuspect(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == last, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") { return true }
            last = byte
        }
        return false
    }

    /// Whether bytes begin with a command of a build service, in whatever case.
    private static func beginsCommand(_ bytes: ArraySlice<UInt8>) -> Bool {
        services.contains { service in
            bytes.count >= service.count
                && zip(bytes, service).allSatisfy { $0 == $1 || ($0 | 32 == $1 && $0 >= 65) }
        }
    }
}
