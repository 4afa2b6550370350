/// Reads JSON text (RFC 8259) strictly: keys may not repeat, and numbers are whole and exact.
///
/// It is written here because the usual decoders let the last of two equal keys win without a word,
/// and a record must never be read in two ways.
struct JSONReader {
    /// How deep arrays and objects may nest; a limit, because each level takes room on the stack.
    static let deepest = 128
    /// The greatest whole number that every JSON reader holds exactly (RFC 8785 section 3.2.2.3).
    static let greatest: Int64 = 9_007_199_254_740_991

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the whole text as one value.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value()
        skipBlanks()
        guard index == bytes.count else { throw failure("something follows the value") }
        return value
    }

    private func failure(_ reason: String) -> JSONSyntaxError {
        JSONSyntaxError(offset: index, reason: reason)
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { index += 1 }
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"):
            return try nested { reader throws(JSONSyntaxError) in
                try reader.object()
            }
        case UInt8(ascii: "["):
            return try nested { reader throws(JSONSyntaxError) in
                try reader.array()
            }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(48...57): return .integer(try integer())
        case nil: throw failure("the text ends where a value should stand")
        default: throw failure("no value begins like this")
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONSyntaxError) -> JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        guard depth < Self.deepest else {
            throw failure("arrays and objects nest deeper than \(Self.deepest) levels")
        }
        depth += 1
        index += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func word(
        _ word: String, _ value: JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else {
            throw failure("no value begins like this")
        }
        index += word.utf8.count
        return value
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONValue {
        var items: [JSONValue] = []
        skipBlanks()
        if next == UInt8(ascii: "]") {
            index += 1
            return .array(items)
        }
        while true {
            items.append(try value())
            if try ends(with: UInt8(ascii: "]")) { return .array(items) }
        }
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if next == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            let place = index
            guard next == UInt8(ascii: "\"") else {
                throw failure("a key in quotes should stand here")
            }
            let key = try string()
            skipBlanks()
            guard next == UInt8(ascii: ":") else { throw failure("a colon should follow the key") }
            index += 1
            guard members.updateValue(try value(), forKey: key) == nil else {
                throw JSONSyntaxError(offset: place, reason: "the key occurs twice in its object")
            }
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// Whether the list ends here; a comma is passed over.
    private mutating func ends(with bracket: UInt8) throws(JSONSyntaxError) -> Bool {
        skipBlanks()
        guard let byte = next, byte == bracket || byte == UInt8(ascii: ",") else {
            throw failure("a comma or the end of the list should stand here")
        }
        index += 1
        return byte == bracket
    }

    private mutating func integer() throws(JSONSyntaxError) -> Int64 {
        let place = index
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let digits = bytes[index...].prefix { (48...57).contains($0) }
        let follower = index + digits.count < bytes.count ? bytes[index + digits.count] : 0
        guard !digits.isEmpty, digits.count == 1 || digits.first != 48 else {
            throw failure("this is not a number")
        }
        guard ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(follower) else {
            throw JSONSyntaxError(
                offset: place, reason: "only whole numbers are read; write another one as a string")
        }
        guard digits.count <= 16 else { throw Self.tooGreat(at: place) }
        let magnitude = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
        guard magnitude <= Self.greatest else { throw Self.tooGreat(at: place) }
        index += digits.count
        return isNegative ? -magnitude : magnitude
    }

    private static func tooGreat(at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(
            offset: offset,
            reason: "the number is beyond ±\(greatest); write it as a string")
    }
}

extension JSONReader {
    private mutating func string() throws(JSONSyntaxError) -> String {
        let place = index
        index += 1
        let start = index
        // Most strings hold no escape, so they are cut out in one piece.
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
            index += 1
        }
        var content = bytes[start..<index]
        while true {
            guard let byte = next else {
                throw JSONSyntaxError(offset: place, reason: "the string does not end")
            }
            index += 1
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                try escape(into: &content)
            } else if byte < 32 {
                index -= 1
                throw failure("a control character must be written as an escape")
            } else {
                content.append(byte)
            }
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONSyntaxError(offset: place, reason: "the string is not valid UTF-8")
        }
        return text
    }

    private mutating func escape(into content: inout ArraySlice<UInt8>) throws(JSONSyntaxError) {
        guard let byte = next else { throw failure("the string does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "u"): content += Array(String(try escapedScalar()).utf8)
        default:
            index -= 1
            throw failure("there is no such escape")
        }
    }

    /// The character behind `\u`, which for those beyond U+FFFF takes a second escape.
    private mutating func escapedScalar() throws(JSONSyntaxError) -> Character {
        let place = index - 2
        var units = [try codeUnit()]
        if UTF16.isLeadSurrogate(units[0]), bytes[index...].starts(with: "\\u".utf8) {
            index += 2
            units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self), let character = text.first
        else {
            throw JSONSyntaxError(offset: place, reason: "the escape is half of a character")
        }
        return character
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("four hexadecimal digits should stand here") }
        index += 4
        return unit
    }
}
