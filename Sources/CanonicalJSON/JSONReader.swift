/// Reads JSON text (RFC 8259) strictly: keys may not repeat, and numbers are exact.
///
/// It is written here because the usual decoders let the last of two equal keys win without a word,
/// and a record must never be read in two ways.
struct JSONReader<Made: JSONReadable> {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the whole text as one value.
    mutating func document() throws(JSONSyntaxError) -> Made {
        let value = try value()
        skipBlanks()
        guard index == bytes.count else { throw failure("something follows the value") }
        return value
    }

    private func failure(
        _ reason: String, _ kind: JSONSyntaxError.Kind = .syntax
    ) -> JSONSyntaxError {
        JSONSyntaxError(offset: index, reason: reason, kind)
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { index += 1 }
    }

    private mutating func value() throws(JSONSyntaxError) -> Made {
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
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(48...57): return try number()
        case nil: throw failure("the text ends where a value should stand")
        default: throw failure("no value begins like this")
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONSyntaxError) -> Made
    ) throws(JSONSyntaxError) -> Made {
        guard depth < JSONValue.deepest else {
            throw failure(
                "arrays and objects nest deeper than \(JSONValue.deepest) levels", .unreadable)
        }
        depth += 1
        index += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func word(
        _ word: String, _ value: Made
    ) throws(JSONSyntaxError) -> Made {
        guard bytes[index...].starts(with: word.utf8) else {
            throw failure("no value begins like this")
        }
        index += word.utf8.count
        return value
    }

    private mutating func array() throws(JSONSyntaxError) -> Made {
        var items: [Made] = []
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

    private mutating func object() throws(JSONSyntaxError) -> Made {
        var members = Made.Members()
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
            guard Made.add(key, try value(), to: &members) else {
                throw JSONSyntaxError(
                    offset: place, reason: "the key occurs twice in its object", .unreadable)
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

    private mutating func number() throws(JSONSyntaxError) -> Made {
        let place = index
        if next == UInt8(ascii: "-") { index += 1 }
        let first = index
        guard passDigits() > 0, bytes[first] != 48 || index == first + 1 else {
            throw JSONSyntaxError(offset: first, reason: "this is not a number")
        }
        let isWhole = ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next)
        if !isWhole, Made.takesFractions { try passFraction(place) }
        return try .number(bytes[place..<index], isWhole: isWhole, at: place)
    }

    /// What may follow the whole part of a number.
    private mutating func passFraction(_ place: Int) throws(JSONSyntaxError) {
        var isComplete = true
        if next == UInt8(ascii: ".") {
            index += 1
            isComplete = passDigits() > 0
        }
        if isComplete, next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            isComplete = passDigits() > 0
        }
        guard isComplete else {
            throw JSONSyntaxError(offset: place, reason: "this is not a number")
        }
    }

    private mutating func passDigits() -> Int {
        let start = index
        while let byte = next, (48...57).contains(byte) { index += 1 }
        return index - start
    }
}

extension JSONReader {
    private mutating func string() throws(JSONSyntaxError) -> String {
        let place = index
        index += 1
        // Most strings hold no escape, so they are cut out in one piece.
        var content = stretch()
        while true {
            guard let byte = next else {
                throw JSONSyntaxError(offset: place, reason: "the string does not end")
            }
            guard byte >= 32 else {
                throw failure("a control character must be written as an escape")
            }
            index += 1
            if byte == UInt8(ascii: "\"") { break }
            try escape(into: &content)
            content += stretch()
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONSyntaxError(offset: place, reason: "the string is not valid UTF-8")
        }
        return text
    }

    /// The bytes up to the next quotation mark, backslash or control character.
    private mutating func stretch() -> ArraySlice<UInt8> {
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
            index += 1
        }
        return bytes[start..<index]
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
            throw JSONSyntaxError(
                offset: place, reason: "the escape is half of a character", .unreadable)
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
