import CanonicalJSON

/// An object of a record while it is read: every key is asked for once, and none may be left over.
struct RecordObject {
    /// The sequence of the record, for errors.
    private let sequence: Int?
    /// The path of the object; empty for the record itself.
    private let path: String
    private var members: [String: JSONValue]

    init(_ value: JSONValue, path: String, sequence: Int?) throws(RecordFormatError) {
        guard case .object(let members) = value else {
            throw RecordFormatError(sequence: sequence, key: path, reason: "is not an object")
        }
        self.members = members
        self.path = path
        self.sequence = sequence
    }

    /// An error about one of the object's keys.
    func failure(_ key: String, _ reason: String) -> RecordFormatError {
        RecordFormatError(
            sequence: sequence, key: path.isEmpty ? key : "\(path).\(key)", reason: reason)
    }

    /// Takes the value of a key out of the object.
    private mutating func take(_ key: String) throws(RecordFormatError) -> JSONValue {
        guard let value = members.removeValue(forKey: key) else {
            throw failure(key, "is missing")
        }
        return value
    }

    /// Refuses the keys that nobody asked for: what is not understood must not be passed over.
    func end() throws(RecordFormatError) {
        guard let key = members.keys.min() else { return }
        throw failure(key, "is not known to this version of the program")
    }

    mutating func text(_ key: String) throws(RecordFormatError) -> String {
        guard let text = try take(key).text else { throw failure(key, "is not a string") }
        return text
    }

    mutating func boolean(_ key: String) throws(RecordFormatError) -> Bool {
        guard let value = try take(key).boolean else {
            throw failure(key, "is neither true nor false")
        }
        return value
    }

    /// A whole number that is not below a bound.
    mutating func integer(_ key: String, atLeast least: Int) throws(RecordFormatError) -> Int {
        guard let wide = try take(key).integer, let number = Int(exactly: wide) else {
            throw failure(key, "is not a whole number")
        }
        guard number >= least else { throw failure(key, "is below \(least)") }
        return number
    }

    mutating func digest(_ key: String) throws(RecordFormatError) -> ContentDigest {
        guard let digest = ContentDigest(try text(key)) else {
            throw failure(key, "is not `sha256:` with 64 lower-case hexadecimal digits")
        }
        return digest
    }

    mutating func instant(_ key: String) throws(RecordFormatError) -> Instant {
        guard let instant = Instant(rfc3339: try text(key)) else {
            throw failure(key, "is not a time of the years 1 to 9999 such as 2025-10-10T08:00:00Z")
        }
        return instant
    }

    /// One of the words that an enumeration knows.
    mutating func word<Word>(_ key: String) throws(RecordFormatError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(key, "is none of: \(known)")
        }
        return word
    }

    mutating func members(_ key: String) throws(RecordFormatError) -> [String: JSONValue] {
        guard let members = try take(key).members else { throw failure(key, "is not an object") }
        return members
    }

    mutating func texts(_ key: String) throws(RecordFormatError) -> [String] {
        var texts: [String] = []
        for item in try items(key) {
            guard let text = item.text else {
                throw failure("\(key)[\(texts.count)]", "is not a string")
            }
            texts.append(text)
        }
        return texts
    }

    /// Reads an object below this one to its end.
    mutating func object<Value>(
        _ key: String, _ read: (inout RecordObject) throws(RecordFormatError) -> Value
    ) throws(RecordFormatError) -> Value {
        try Self.read(try take(key), at: failure(key, "").key, sequence: sequence, read)
    }

    /// Reads a list of objects, each to its end.
    mutating func objects<Value>(
        _ key: String, _ read: (inout RecordObject) throws(RecordFormatError) -> Value
    ) throws(RecordFormatError) -> [Value] {
        var values: [Value] = []
        for item in try items(key) {
            let place = failure("\(key)[\(values.count)]", "").key
            values.append(try Self.read(item, at: place, sequence: sequence, read))
        }
        return values
    }

    private mutating func items(_ key: String) throws(RecordFormatError) -> [JSONValue] {
        guard let items = try take(key).items else { throw failure(key, "is not a list") }
        return items
    }

    private static func read<Value>(
        _ value: JSONValue, at path: String, sequence: Int?,
        _ read: (inout RecordObject) throws(RecordFormatError) -> Value
    ) throws(RecordFormatError) -> Value {
        var object = try RecordObject(value, path: path, sequence: sequence)
        let result = try read(&object)
        try object.end()
        return result
    }
}
