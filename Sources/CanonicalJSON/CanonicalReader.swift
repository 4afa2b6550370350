/// Reads canonical JSON (RFC 8785) in the order of its keys, straight into types.
///
/// It holds the bytes against the canonical form while it reads them: what it accepts is exactly
/// what a writer would write again, so nobody has to. A mistake is an error with the path of its
/// key. There are no closures and no generics here, because they cost more than the reading.
package struct CanonicalReader {
    /// These must outlive the reader.
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    let texts: TextCache
    /// The object or list that is being read, and those around it.
    private var frame = Frame()
    private var outer: [Frame] = []
    /// How deep values nest that are passed over.
    var depth = 0

    /// An object or a list while it is read.
    private struct Frame {
        /// The key or item that was read last; nil before the first and in a list.
        var key: UnsafeBufferPointer<UInt8>?
        /// How many keys or items were begun.
        var count = 0
    }

    /// A reader at the first of some bytes, which must outlive it.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, texts: TextCache) {
        self.bytes = bytes
        self.texts = texts
        outer.reserveCapacity(8)
    }

    /// How many bytes were read.
    package var position: Int { index }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Sees to it that nothing follows the value.
    package func end() throws(CanonicalFormatError) {
        guard index == bytes.count else { throw error("is followed by something") }
    }
}

extension CanonicalReader {
    /// Goes into an object.
    package mutating func beginObject() throws(CanonicalFormatError) {
        guard next == UInt8(ascii: "{") else { throw wrongType("is not an object") }
        try goIn()
    }

    /// Goes out of an object, which must have no more keys.
    package mutating func endObject() throws(CanonicalFormatError) {
        guard next == UInt8(ascii: "}") else { throw unexpected(nil) }
        goOut()
    }

    /// Passes over a key, whose value comes next; nothing where another key or none stands here.
    package mutating func hasKey(_ name: StaticString) -> Bool {
        var place = index
        if frame.count > 0 {
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
        frame.key = slice(place + 1, place + 1 + length)
        frame.count += 1
        return true
    }

    /// Passes over a key that must come next.
    package mutating func key(_ name: StaticString) throws(CanonicalFormatError) {
        guard hasKey(name) else { throw unexpected(name) }
    }

    /// Goes into a list.
    package mutating func beginList() throws(CanonicalFormatError) {
        guard next == UInt8(ascii: "[") else { throw wrongType("is not a list") }
        try goIn()
    }

    /// Whether an item comes next; goes out of the list at its end.
    package mutating func hasItem() throws(CanonicalFormatError) -> Bool {
        if next == UInt8(ascii: "]") {
            goOut()
            return false
        }
        if frame.count > 0 { try passComma() }
        frame.count += 1
        return true
    }

    /// Passes over a key that may be any; nil at the end of the object, which it goes out of.
    mutating func freeKey(_ order: inout KeyOrder) throws(CanonicalFormatError) -> String? {
        if next == UInt8(ascii: "}") {
            goOut()
            return nil
        }
        if frame.count > 0 { try passComma() }
        frame.key = nil
        let start = index
        let key = try passKey(&order, isWanted: true)
        frame.key = slice(start + 1, index - 2)
        frame.count += 1
        return key
    }

    mutating func passComma() throws(CanonicalFormatError) {
        guard next == UInt8(ascii: ",") else {
            throw wrongType("is not JSON: a comma or the end of the list should stand here")
        }
        index += 1
    }

    private mutating func goIn() throws(CanonicalFormatError) {
        guard outer.count + depth < JSONValue.deepest else { throw tooDeep }
        outer.append(frame)
        frame = Frame()
        index += 1
    }

    private mutating func goOut() {
        frame = outer.popLast() ?? Frame()
        index += 1
    }

    /// Says again which key of the object is being read.
    mutating func frame(under key: StaticString) {
        frame.key = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    }

    /// How deep the place lies where the reader is.
    var level: Int { outer.count + depth }
}

extension CanonicalReader {
    /// An error about the value that is being read, with the path of its key.
    package func error(_ reason: String) -> CanonicalFormatError {
        CanonicalFormatError(key: path(outer + [frame]), reason: reason)
    }

    /// An error about a key of the object that is being read.
    package func error(at key: String, _ reason: String) -> CanonicalFormatError {
        let path = path(outer)
        return CanonicalFormatError(key: path.isEmpty ? key : "\(path).\(key)", reason: reason)
    }

    var notCanonical: CanonicalFormatError {
        error("is not written in canonical form (RFC 8785)")
    }

    var tooDeep: CanonicalFormatError {
        error("nests arrays and objects deeper than \(JSONValue.deepest) levels")
    }

    /// An error about the value that stands here, which has another type than the one wanted.
    func wrongType(_ reason: String) -> CanonicalFormatError {
        switch next {
        case 9, 10, 13, 32: return notCanonical
        case nil: return error("ends where something should stand")
        default: return error(reason)
        }
    }

    private func path(_ frames: [Frame]) -> String {
        var path = ""
        for frame in frames where frame.count > 0 {
            if let key = frame.key {
                path += (path.isEmpty ? "" : ".") + String(decoding: key, as: UTF8.self)
            } else {
                path += "[\(frame.count - 1)]"
            }
        }
        return path
    }

    /// The error of a place where a key should stand, or for nil the end of the object.
    private func unexpected(_ name: StaticString?) -> CanonicalFormatError {
        let wanted = name.map { "\($0)" }
        let last = frame.key.map { String(decoding: $0, as: UTF8.self) }
        var ahead = self
        // What is wrong is wrong with the object, not with its last key.
        ahead.frame.count = 0
        if frame.count > 0, next == UInt8(ascii: ",") { ahead.index += 1 }
        guard ahead.next == UInt8(ascii: "\"") else {
            if ahead.next == UInt8(ascii: "}"), ahead.index == index, let wanted {
                return error(at: wanted, "is missing")
            }
            return ahead.wrongType("is not JSON: a key or the end of the object should stand here")
        }
        let key: String
        do throws(CanonicalFormatError) {
            key = try ahead.text()
        } catch {
            return error
        }
        if let wanted, JSONValue.precedes(wanted, key) { return error(at: wanted, "is missing") }
        if let last {
            if last == key { return error(at: key, "occurs twice") }
            if JSONValue.precedes(key, last) { return ahead.notCanonical }
        }
        // The right key with something else than a colon behind it.
        if key == wanted { return ahead.wrongType("is not JSON: a colon should follow `\(key)`") }
        return error(at: key, "is not known to this version of the program")
    }
}
