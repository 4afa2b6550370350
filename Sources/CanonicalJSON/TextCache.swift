/// Gives texts that occur again and again out as one `String`, so that a thousand entries of one
/// person hold the name once.
///
/// It forgets: each place holds the text that came last. Belongs to one reading, and one thread.
package final class TextCache {
    private static let places = 256
    /// Longer texts are seldom the same.
    private static let longest = 96
    /// Texts up to this length take no memory beside the `String` itself.
    private static let inlineLength = 15

    private var texts = [String](repeating: "", count: places)

    package init() {}

    /// The text of some bytes that are ASCII.
    func text(ascii bytes: UnsafeBufferPointer<UInt8>) -> String {
        let count = bytes.count
        guard count > Self.inlineLength, count <= Self.longest else {
            return String(decoding: bytes, as: UTF8.self)
        }
        // The ends differ where texts differ: addresses begin alike, and ids end alike.
        var hash = UInt64(count)
        for index in [1, count / 4, count / 2, count - 9, count - 5, count - 2] {
            hash = hash &* 31 &+ UInt64(bytes[index])
        }
        let place = Int(hash % UInt64(Self.places))
        let known = texts[place].utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) }
        if known == true { return texts[place] }
        let text = String(decoding: bytes, as: UTF8.self)
        texts[place] = text
        return text
    }
}
