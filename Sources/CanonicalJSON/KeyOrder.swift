/// Holds each key of an object against the one before it.
struct KeyOrder {
    /// The last key, as long as all were ASCII without escapes.
    private var plain: UnsafeBufferPointer<UInt8>?
    /// The last key, once there was another one.
    private var last: String?
    /// The keys that are not ASCII: `String` takes two spellings of one text for the same, and so
    /// would a dictionary.
    private var spelled: Set<String> = []

    /// How a key stands to the one before it.
    enum Step {
        case forward, same, backward
    }

    /// Takes the next key as its bytes, which are ASCII without escapes and last as long as this.
    mutating func follow(with key: UnsafeBufferPointer<UInt8>) -> Step {
        guard last == nil else { return follow(with: String(decoding: key, as: UTF8.self)) }
        defer { plain = key }
        guard let plain else { return .forward }
        for index in 0..<min(plain.count, key.count) where plain[index] != key[index] {
            return plain[index] < key[index] ? .forward : .backward
        }
        if plain.count == key.count { return .same }
        return plain.count < key.count ? .forward : .backward
    }

    /// Takes the next key as a text.
    mutating func follow(with key: String) -> Step {
        let before = last ?? plain.map { String(decoding: $0, as: UTF8.self) }
        last = key
        if !key.utf8.allSatisfy({ $0 < 0x80 }), !spelled.insert(key).inserted { return .same }
        guard let before else { return .forward }
        if before.utf8.elementsEqual(key.utf8) { return .same }
        return JSONValue.precedes(before, key) ? .forward : .backward
    }
}
