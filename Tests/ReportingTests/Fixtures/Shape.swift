import CanonicalJSON
import Reporting

/// What a text of a format is, not what it says.
enum Shape {
    /// The elements of HTML or XML with the names of their attributes; what is in quotations of the
    /// author, code and links is left out, for its own words choose it.
    static func elements(_ text: String) -> [String] {
        var shape: [String] = []
        var quoted = 0
        for tag in tags(text) {
            if tag.name == "blockquote" { quoted += 1 }
            if tag.name == "/blockquote" { quoted -= 1 }
            if quoted > 0 || ["code", "/code", "a", "/a"].contains(tag.name) { continue }
            shape.append(([tag.name] + tag.attributes).joined(separator: " "))
        }
        return shape
    }

    struct Tag {
        var name = ""
        var attributes: [String] = []
        var values: [String] = []
    }

    /// Every tag, read as a browser reads it.
    static func tags(_ text: String) -> [Tag] {
        var tags: [Tag] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "<") else { continue }
            var tag = Tag()
            var word: [UInt8] = []
            var quote: UInt8?
            index += 1
            loop: while index < bytes.count {
                let byte = bytes[index]
                if let open = quote {
                    if byte == open {
                        tag.values.append(String(decoding: word, as: UTF8.self))
                        word = []
                        quote = nil
                    } else {
                        word.append(byte)
                    }
                    index += 1
                    continue
                }
                switch byte {
                case UInt8(ascii: ">"): break loop
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    quote = byte
                    word = []
                case UInt8(ascii: "="):
                    tag.attributes.append(String(decoding: word, as: UTF8.self))
                    word = []
                case UInt8(ascii: " "), UInt8(ascii: "\n"):
                    if tag.name.isEmpty { tag.name = String(decoding: word, as: UTF8.self) }
                    word = []
                default: word.append(byte)
                }
                index += 1
            }
            if tag.name.isEmpty { tag.name = String(decoding: word, as: UTF8.self) }
            tags.append(tag)
        }
        return tags
    }

    /// A JSON value with its texts left out; objects of facts have keys of outside.
    static func json(_ value: JSONValue) -> String {
        switch value {
        case .array(let items): return "[\(items.map(json).joined(separator: ","))]"
        case .object(let members):
            return "{\(members.values.map(json).sorted().joined(separator: ","))}"
        case .string: return "text"
        case .integer: return "number"
        case .boolean: return "boolean"
        case .null: return "null"
        }
    }

    /// The rows of CSV (RFC 4180), each with its cells.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                cell.append(scalar)
                index += 1
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(String(cell))
                cell = .init()
            case "\r" where !isQuoted && next == "\n":
                row.append(String(cell))
                rows.append(row)
                (row, cell) = ([], .init())
                index += 1
            default: cell.append(scalar)
            }
            index += 1
        }
        return rows
    }
}
