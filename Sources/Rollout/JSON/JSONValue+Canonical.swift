extension JSONValue {
    /// The canonical bytes of RFC 8785: no blanks, keys in order of their UTF-16 code units, the
    /// shortest escapes.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: nil, depth: 0)
        return bytes
    }

    /// The same order of keys, laid out over lines with two blanks per level, for people and for
    /// diffs.
    package var prettyText: String {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 2, depth: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The canonical form as text.
    package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    private func write(to bytes: inout [UInt8], indent: Int?, depth: Int) {
        switch self {
        case .null: bytes += Array("null".utf8)
        case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
        case .integer(let number): bytes += Array(String(number).utf8)
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let items):
            Self.writeList(
                items, between: ("[", "]"), to: &bytes, indent: indent, depth: depth
            ) { item, bytes in
                item.write(to: &bytes, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            let keys = members.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            Self.writeList(keys, between: ("{", "}"), to: &bytes, indent: indent, depth: depth) {
                key, bytes in
                Self.write(key, to: &bytes)
                bytes += Array((indent == nil ? ":" : ": ").utf8)
                members[key, default: .null].write(to: &bytes, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func writeList<Item>(
        _ items: [Item], between brackets: (String, String), to bytes: inout [UInt8], indent: Int?,
        depth: Int,
        each: (Item, inout [UInt8]) -> Void
    ) {
        bytes += Array(brackets.0.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(to: &bytes, indent: indent, depth: depth + 1)
            each(item, &bytes)
        }
        if !items.isEmpty { newLine(to: &bytes, indent: indent, depth: depth) }
        bytes += Array(brackets.1.utf8)
    }

    private static func newLine(to bytes: inout [UInt8], indent: Int?, depth: Int) {
        guard let indent else { return }
        bytes.append(10)
        bytes += Array(repeating: 32, count: indent * depth)
    }

    /// Writes a string with the escapes of RFC 8785 section 3.2.2.2.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case 8: bytes += Array("\\b".utf8)
            case 9: bytes += Array("\\t".utf8)
            case 10: bytes += Array("\\n".utf8)
            case 12: bytes += Array("\\f".utf8)
            case 13: bytes += Array("\\r".utf8)
            case 0..<32:
                let digits = String(byte, radix: 16)
                bytes +=
                    Array("\\u".utf8)
                    + Array(String(repeating: "0", count: 4 - digits.utf8.count).utf8)
                bytes += Array(digits.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
