/// Reads canonical JSON (RFC 8785) in the order of its keys, straight into types.
///
/// It holds the bytes against the canonical form while it reads them: what it accepts is exactly
/// what a writer would write again, so nobody has to. A mistake is an error with the path of its
/// key. It lives as long as the closure of `read` that it is handed to.
package struct CanonicalReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    private var depth = 0
    /// The key that was read last in the object that is being read; nil at its beginning.
    private var last: StaticString?
    let texts: TextCache

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ texts: TextCache) {
        self.bytes = bytes
        self.texts = texts
    }

    /// Reads all of the bytes as one value.
    package static func read<Value>(
        _ bytes: UnsafeBufferPointer<UInt8>, texts: TextCache = TextCache(),
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        var reader = CanonicalReader(bytes, texts)
        let value = try read(&reader)
        guard reader.index == bytes.count else {
            throw CanonicalFormatError(reason: "is followed by something")
        }
        return value
    }

    /// Reads all of the bytes as one value.
    package static func read<Value>(
        _ bytes: [UInt8],
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            try CanonicalReader.read(buffer, read)
        }
    }

    /// How many bytes were read.
    package var position: Int { index }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// An error about the value that stands here, which has another type than the one wanted.
    func wrongType(_ reason: String) -> CanonicalFormatError {
        switch next {
        case 9, 10, 13, 32: return .notCanonical
        case nil: return CanonicalFormatError(reason: "ends where a value should stand")
        default: return CanonicalFormatError(reason: reason)
        }
    }

    /// Goes one level down, which is limited because each takes room on the stack.
    mutating func nested<Value>(
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        guard depth < JSONReader.deepest else {
            throw CanonicalFormatError(
                reason: "nests arrays and objects deeper than \(JSONReader.deepest) levels")
        }
        depth += 1
        index += 1
        let value = try read(&self)
        depth -= 1
        return value
    }
}

extension CanonicalReader {
    /// Reads an object to its end; `read` asks for its keys in canonical order.
    package mutating func object<Value>(
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        guard next == UInt8(ascii: "{") else { throw wrongType("is not an object") }
        return try nested { reader throws(CanonicalFormatError) in
            let outer = reader.last
            reader.last = nil
            let value = try read(&reader)
            guard reader.next == UInt8(ascii: "}") else { throw reader.unexpected(nil) }
            reader.index += 1
            reader.last = outer
            return value
        }
    }

    /// Passes over a key that may be missing; whether it was there.
    package mutating func hasKey(_ name: StaticString) -> Bool {
        var place = index
        if last != nil {
            guard next == UInt8(ascii: ",") else { return false }
            place += 1
        }
        let length = name.utf8CodeUnitCount
        guard place + length + 3 <= bytes.count, bytes[place] == UInt8(ascii: "\""),
            bytes[place + length + 1] == UInt8(ascii: "\""),
            bytes[place + length + 2] == UInt8(ascii: ":")
        else { return false }
        let wanted = name.utf8Start
        for offset in 0..<length where bytes[place + 1 + offset] != wanted[offset] {
            return false
        }
        index = place + length + 3
        last = name
        return true
    }

    /// Reads the value of a key that must come next.
    package mutating func member<Value>(
        _ name: StaticString,
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        guard hasKey(name) else { throw unexpected(name) }
        do throws(CanonicalFormatError) {
            return try read(&self)
        } catch {
            throw error.under("\(name)")
        }
    }

    /// Reads the value of a key that may be missing.
    package mutating func optionalMember<Value>(
        _ name: StaticString,
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value? {
        guard hasKey(name) else { return nil }
        do throws(CanonicalFormatError) {
            return try read(&self)
        } catch {
            throw error.under("\(name)")
        }
    }

    /// The error of a place where a key should stand, or for nil the end of the object.
    private func unexpected(_ name: StaticString?) -> CanonicalFormatError {
        var ahead = self
        if last != nil, next == UInt8(ascii: ",") { ahead.index += 1 }
        let wanted = name.map { "\($0)" }
        guard ahead.next == UInt8(ascii: "\"") else {
            if ahead.next == UInt8(ascii: "}"), ahead.index == index, let wanted {
                return CanonicalFormatError(key: wanted, reason: "is missing")
            }
            return ahead.wrongType("is not JSON: a key or the end of the object should stand here")
        }
        let key: String
        do throws(CanonicalFormatError) {
            key = try ahead.text()
        } catch {
            return error
        }
        if let wanted, JSONValue.precedes(wanted, key) {
            return CanonicalFormatError(key: wanted, reason: "is missing")
        }
        if let last = last.map({ "\($0)" }) {
            if last == key { return CanonicalFormatError(key: key, reason: "occurs twice") }
            if JSONValue.precedes(key, last) { return .notCanonical }
        }
        // The right key with something else than a colon behind it.
        if key == wanted { return ahead.wrongType("is not JSON: a colon should follow `\(key)`") }
        return CanonicalFormatError(
            key: key, reason: "is not known to this version of the program")
    }

    /// Reads a list, item by item.
    package mutating func list<Item>(
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Item
    ) throws(CanonicalFormatError) -> [Item] {
        guard next == UInt8(ascii: "[") else { throw wrongType("is not a list") }
        return try nested { reader throws(CanonicalFormatError) in
            var items: [Item] = []
            while try reader.goesOn(isFirst: items.isEmpty, to: UInt8(ascii: "]")) {
                do throws(CanonicalFormatError) {
                    items.append(try read(&reader))
                } catch {
                    throw error.under("[\(items.count)]")
                }
            }
            return items
        }
    }

    /// Whether an item follows in a list; passes over the comma, or over the bracket at its end.
    mutating func goesOn(isFirst: Bool, to end: UInt8) throws(CanonicalFormatError) -> Bool {
        if next == end {
            index += 1
            return false
        }
        if isFirst { return true }
        guard next == UInt8(ascii: ",") else {
            throw wrongType("is not JSON: a comma or the end of the list should stand here")
        }
        index += 1
        return true
    }
}
