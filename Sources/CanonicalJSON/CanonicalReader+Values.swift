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
            guard place - start < 16 else { throw tooGreat }
            magnitude = magnitude * 10 + Int64(bytes[place] - 48)
            place += 1
        }
        guard place > start else { throw wrongType("is not a whole number") }
        guard bytes[start] != 48 || (place == start + 1 && !isNegative) else { throw notCanonical }
        if place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                throw error("is not a whole number")
            default: break
            }
        }
        guard magnitude <= JSONValue.greatest else { throw tooGreat }
        index = place
        return isNegative ? -magnitude : magnitude
    }

    private var tooGreat: CanonicalFormatError {
        error("is a number beyond ±\(JSONValue.greatest)")
    }

    /// Reads a whole number that is not below a bound.
    package mutating func integer(atLeast least: Int) throws(CanonicalFormatError) -> Int {
        let number = try integer()
        guard number >= least else { throw error("is below \(least)") }
        return Int(number)
    }

    /// Reads an object whose keys are free and whose values are strings.
    package mutating func dictionary() throws(CanonicalFormatError) -> [String: String] {
        try beginObject()
        var members: [String: String] = [:]
        var order = KeyOrder()
        while let key = try freeKey(&order) { members[key] = try text() }
        return members
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
            try goDeeper()
            var order = KeyOrder()
            var isFirst = true
            while try goesOn(isFirst, to: UInt8(ascii: "}")) {
                isFirst = false
                _ = try passKey(&order, isWanted: false)
                try passValue()
            }
        case UInt8(ascii: "["):
            try goDeeper()
            var isFirst = true
            while try goesOn(isFirst, to: UInt8(ascii: "]")) {
                isFirst = false
                try passValue()
            }
        case UInt8(ascii: "\""): try passText()
        case UInt8(ascii: "t"): try pass("true")
        case UInt8(ascii: "f"): try pass("false")
        case UInt8(ascii: "n"): try pass("null")
        default: _ = try integer()
        }
    }

    private mutating func goDeeper() throws(CanonicalFormatError) {
        guard level < JSONValue.deepest else { throw tooDeep }
        depth += 1
        index += 1
    }

    /// Whether something follows in a list or an object that is passed over.
    private mutating func goesOn(
        _ isFirst: Bool, to end: UInt8
    ) throws(CanonicalFormatError) -> Bool {
        if next == end {
            index += 1
            depth -= 1
            return false
        }
        if !isFirst { try passComma() }
        return true
    }

    private mutating func pass(_ word: StaticString) throws(CanonicalFormatError) {
        let length = word.utf8CodeUnitCount
        guard index + length <= bytes.count else { throw error("is not JSON") }
        for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] {
            throw error("is not JSON")
        }
        index += length
    }

    /// Passes over a key that may be any, with its colon, and holds it against the one before it.
    ///
    /// - Returns: The key where it is wanted; else an empty text.
    mutating func passKey(
        _ order: inout KeyOrder, isWanted: Bool
    ) throws(CanonicalFormatError) -> String {
        guard next == UInt8(ascii: "\"") else {
            throw wrongType("is not JSON: a key in quotes should stand here")
        }
        let start = index + 1
        let (end, all) = stretch(from: start)
        var key = ""
        if all < 0x80, end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            index = end + 1
            if isWanted { key = texts.text(ascii: slice(start, end)) }
            try check(order.follow(with: slice(start, end)))
        } else {
            key = try text()
            try check(order.follow(with: key))
        }
        guard next == UInt8(ascii: ":") else {
            throw wrongType("is not JSON: a colon should follow the key")
        }
        index += 1
        return key
    }

    private func check(_ step: KeyOrder.Step) throws(CanonicalFormatError) {
        switch step {
        case .forward: return
        case .same: throw error("has a key that occurs twice")
        case .backward: throw notCanonical
        }
    }

    /// Passes over a value whose form is looked at later.
    ///
    /// - Returns: Where it begins.
    package mutating func passUnread() throws(CanonicalFormatError) -> Int {
        let start = index
        var level = 0
        var place = index
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                    place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["): level += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                level -= 1
                guard level > 0 else {
                    // A value that is no object is refused when it is read.
                    index = level < 0 ? place : place + 1
                    return start
                }
            case UInt8(ascii: ",") where level == 0:
                index = place
                return start
            default: break
            }
            place += 1
        }
        throw error("does not end")
    }

    /// Passes over bytes that were read before as a whole value; false where others stand here.
    package mutating func pass(_ known: [UInt8]) -> Bool {
        let end = index + known.count
        guard end < bytes.count else { return false }
        for offset in known.indices where bytes[index + offset] != known[offset] { return false }
        index = end
        return true
    }

    /// The bytes from a place to here.
    package func bytes(from start: Int) -> [UInt8] { Array(bytes[start..<index]) }

    /// Goes back to a value that was passed over, which stands under a key of the same object.
    ///
    /// - Returns: The place that the reader comes from.
    package mutating func goBack(to start: Int, under key: StaticString) -> Int {
        frame(under: key)
        defer { index = start }
        return index
    }

    /// Comes back to a place, behind a value that should have ended at another one.
    package mutating func comeBack(
        to place: Int, from end: Int
    ) throws(CanonicalFormatError) {
        guard index == end else { throw error("is followed by something") }
        index = place
    }
}
