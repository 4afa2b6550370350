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
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let items):
            Self.writeList(
                items, between: ("[", "]"), to: &bytes, indent: indent, depth: depth
            ) { item, bytes in
                item.write(to: &bytes, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            Self.writeList(
                Self.inOrder(members), between: ("{", "}"), to: &bytes, indent: indent, depth: depth
            ) { member, bytes in
                Self.write(member.key, to: &bytes)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                member.value.write(to: &bytes, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func inOrder(
        _ members: [String: JSONValue]
    ) -> [(key: String, value: JSONValue)] {
        members.sorted { precedes($0.key, $1.key) }
    }

    /// The order of keys: by their UTF-16 code units, which is the order of the bytes but where a
    /// character beyond U+FFFF, whose units are below U+E000, meets one from there on.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        for (left, right) in zip(left.utf8, right.utf8) where left != right {
            let isTurned = left >= 0xEE && right >= 0xEE && (left >= 0xF0) != (right >= 0xF0)
            return isTurned ? left > right : left < right
        }
        return left.utf8.count < right.utf8.count
    }

    private static func writeList<Item>(
        _ items: [Item], between brackets: (String, String), to bytes: inout [UInt8], indent: Int?,
        depth: Int, each: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: brackets.0.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(to: &bytes, indent: indent, depth: depth + 1)
            each(item, &bytes)
        }
        if !items.isEmpty { newLine(to: &bytes, indent: indent, depth: depth) }
        bytes.append(contentsOf: brackets.1.utf8)
    }

    private static func newLine(to bytes: inout [UInt8], indent: Int?, depth: Int) {
        guard let indent else { return }
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(32, count: indent * depth))
    }

    /// Writes a string with the escapes of RFC 8785 section 3.2.2.2.
    package static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0), to: &bytes) }
    }

    /// Writes UTF-8 bytes as a string.
    package static func write(_ source: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        // Whole stretches are copied; only what needs an escape is looked at closer.
        var start = 0
        for index in source.indices where needsEscape(source[index]) {
            guard let escape = escape(source[index]) else { continue }
            bytes.append(contentsOf: source[start..<index])
            bytes.append(contentsOf: escape.utf8)
            start = index + 1
        }
        bytes.append(contentsOf: source[start...])
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// How a byte is written where it cannot stand for itself.
    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case 8: return "\\b"
        case 9: return "\\t"
        case 10: return "\\n"
        case 12: return "\\f"
        case 13: return "\\r"
        case 0..<32:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: return nil
        }
    }
}
