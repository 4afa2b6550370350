/// Holds each key of an object against the one before it.
struct KeyOrder {
    private var last: String?
    /// The keys that are not ASCII: `String` takes two spellings of one text for the same, and so
    /// would a dictionary.
    private var spelled: Set<String> = []

    var isAtStart: Bool { last == nil }

    mutating func follow(with key: String) throws(CanonicalFormatError) {
        if let last {
            if last.utf8.elementsEqual(key.utf8) {
                throw CanonicalFormatError(key: key, reason: "occurs twice")
            }
            guard JSONValue.precedes(last, key) else { throw .notCanonical }
        }
        if !key.utf8.allSatisfy({ $0 < 0x80 }), !spelled.insert(key).inserted {
            throw CanonicalFormatError(key: key, reason: "occurs twice, in two spellings")
        }
        last = key
    }
}
