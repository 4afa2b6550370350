extension CanonicalReader {
    /// Reads a whole number within ±(2^53 - 1).
    package mutating func integer() throws(CanonicalFormatError) -> Int64 {
        var place = index
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let start = place
        var magnitude: Int64 = 0
        while place < bytes.count, (48...57).contains(bytes[place]) {
            // A limit below that of Int64, so that the sum never overflows.
            guard place - start < 16 else { throw Self.tooGreat }
            magnitude = magnitude * 10 + Int64(bytes[place] - 48)
            place += 1
        }
        guard place > start else { throw wrongType("is not a whole number") }
        guard bytes[start] != 48 || (place == start + 1 && !isNegative) else {
            throw .notCanonical
        }
        if place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                throw CanonicalFormatError(reason: "is not a whole number")
            default: break
            }
        }
        guard magnitude <= JSONReader.greatest else { throw Self.tooGreat }
        index = place
        return isNegative ? -magnitude : magnitude
    }

    private static var tooGreat: CanonicalFormatError {
        CanonicalFormatError(reason: "is a number beyond ±\(JSONReader.greatest)")
    }

    /// Reads a whole number that is not below a bound.
    package mutating func integer(atLeast least: Int) throws(CanonicalFormatError) -> Int {
        let number = try integer()
        guard number >= least else { throw CanonicalFormatError(reason: "is below \(least)") }
        return Int(number)
    }

    /// Reads one of the words that an enumeration knows.
    package mutating func word<Word>() throws(CanonicalFormatError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        let text = try text()
        // Bytes are compared: two spellings of one text are still two words.
        guard let word = Word(rawValue: text), word.rawValue.utf8.elementsEqual(text.utf8) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw CanonicalFormatError(reason: "is none of: \(known)")
        }
        return word
    }

    /// Reads a string that is made of plain ASCII alone, without making a `String` of it.
    ///
    /// - Parameters:
    ///   - reason: What is said where it is something else, or `make` gives nil.
    ///   - make: Makes a value of the bytes between the quotes.
    package mutating func plain<Value>(
        _ reason: String, _ make: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(CanonicalFormatError) -> Value {
        guard next == UInt8(ascii: "\"") else { throw wrongType("is not a string") }
        let (end, all) = stretch(from: index + 1)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\""), all < 0x80,
            let value = make(slice(index + 1, end))
        else { throw CanonicalFormatError(reason: reason) }
        index = end + 1
        return value
    }

    /// Reads an object whose keys are free and whose values are strings.
    package mutating func dictionary() throws(CanonicalFormatError) -> [String: String] {
        guard next == UInt8(ascii: "{") else { throw wrongType("is not an object") }
        return try nested { reader throws(CanonicalFormatError) in
            var members: [String: String] = [:]
            var order = KeyOrder()
            while try reader.goesOn(isFirst: order.isAtStart, to: UInt8(ascii: "}")) {
                let key = try reader.freeKey(&order)
                do throws(CanonicalFormatError) {
                    members[key] = try reader.text()
                } catch {
                    throw error.under(key)
                }
            }
            return members
        }
    }

    /// Reads any object, and keeps it as its bytes.
    package mutating func jsonObject() throws(CanonicalFormatError) -> JSONText {
        guard next == UInt8(ascii: "{") else { throw wrongType("is not an object") }
        let start = index
        try passValue()
        return JSONText(canonical: Array(bytes[start..<index]))
    }

    /// Reads any value to its end, and sees to it that it is in canonical form.
    mutating func passValue() throws(CanonicalFormatError) {
        switch next {
        case UInt8(ascii: "{"):
            try nested { reader throws(CanonicalFormatError) in
                var order = KeyOrder()
                while try reader.goesOn(isFirst: order.isAtStart, to: UInt8(ascii: "}")) {
                    _ = try reader.freeKey(&order)
                    try reader.passValue()
                }
            }
        case UInt8(ascii: "["):
            try nested { reader throws(CanonicalFormatError) in
                var isFirst = true
                while try reader.goesOn(isFirst: isFirst, to: UInt8(ascii: "]")) {
                    isFirst = false
                    try reader.passValue()
                }
            }
        case UInt8(ascii: "\""): try passText()
        case UInt8(ascii: "t"): try pass("true")
        case UInt8(ascii: "f"): try pass("false")
        case UInt8(ascii: "n"): try pass("null")
        default: _ = try integer()
        }
    }

    private mutating func pass(_ word: StaticString) throws(CanonicalFormatError) {
        guard bytes[index...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        else { throw CanonicalFormatError(reason: "is not JSON: no value begins like this") }
        index += word.utf8CodeUnitCount
    }

    /// Reads a key that may be any, with its colon, and holds it against the one before it.
    private mutating func freeKey(_ order: inout KeyOrder) throws(CanonicalFormatError) -> String {
        guard next == UInt8(ascii: "\"") else {
            throw wrongType("is not JSON: a key in quotes should stand here")
        }
        let key = try text()
        try order.follow(with: key)
        guard next == UInt8(ascii: ":") else {
            throw wrongType("is not JSON: a colon should follow `\(key)`")
        }
        index += 1
        return key
    }

    /// Passes over a value whose form is looked at later; false where it does not end.
    ///
    /// - Returns: Where it begins.
    package mutating func passUnread() throws(CanonicalFormatError) -> Int {
        let start = index
        var level = 0
        var place = index
        var isInText = false
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isInText {
                if byte == UInt8(ascii: "\\") { place += 1 }
                if byte == UInt8(ascii: "\"") { isInText = false }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): level += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                level -= 1
                guard level <= 0 else { continue }
                // A value that is no object is refused when it is read.
                index = level < 0 ? place - 1 : place
                return start
            case UInt8(ascii: ",") where level == 0:
                index = place - 1
                return start
            default: break
            }
        }
        throw CanonicalFormatError(reason: "does not end")
    }

    /// Reads the value that was passed over before, and comes back to this place.
    package mutating func goBack<Value>(
        to start: Int, until end: Int,
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        let place = index
        index = start
        let value = try read(&self)
        guard index == end else { throw CanonicalFormatError(reason: "is followed by something") }
        index = place
        return value
    }
}
