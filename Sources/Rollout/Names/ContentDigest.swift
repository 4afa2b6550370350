import Characters
import Crypto

/// The SHA-256 of some bytes, as `sha256:` and 64 hexadecimal digits.
package struct ContentDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 32 bytes as four numbers, the first byte highest, so that a digest takes no memory of
    /// its own.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The digest of the bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hasher = Hasher()
        hasher.add(bytes)
        self = hasher.digest
    }

    /// A digest that was computed elsewhere; nil unless there are 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        self.init(raw: Array(bytes))
    }

    /// The same from bytes that lie together, without copying them.
    package init?(raw bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    private init?(raw bytes: [UInt8]) {
        guard let digest = bytes.withUnsafeBytes({ ContentDigest(raw: $0) }) else { return nil }
        self = digest
    }

    private init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { raw in
            func word(_ index: Int) -> UInt64 {
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
            return (word(0), word(1), word(2), word(3))
        }
    }

    /// Makes the digest of bytes that come in pieces.
    package struct Hasher {
        private var state = SHA256()

        package init() {}

        /// Takes the next bytes in.
        package mutating func add(_ bytes: some Sequence<UInt8>) {
            let isDone: Void? = bytes.withContiguousStorageIfAvailable {
                state.update(bufferPointer: UnsafeRawBufferPointer($0))
            }
            if isDone == nil { state.update(data: Array(bytes)) }
        }

        /// The digest of all bytes so far.
        package var digest: ContentDigest { ContentDigest(state.finalize()) }
    }

    /// Reads `sha256:` and 64 lower-case hexadecimal digits; nil for anything else.
    package init?(_ text: String) {
        guard text.hasPrefix("sha256:"), text.utf8.count == 71,
            let bytes = Hexadecimal.bytes(text.dropFirst(7))
        else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads the same text from its bytes.
    init?(text bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 71, bytes.starts(with: "sha256:".utf8) else { return nil }
        var invalid = false
        func word(_ start: Int) -> UInt64 {
            var word: UInt64 = 0
            for index in start..<(start + 16) {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    word = word << 4 | UInt64(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"):
                    word = word << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
                default: invalid = true
                }
            }
            return word
        }
        words = (word(7), word(23), word(39), word(55))
        if invalid { return nil }
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            var place = 0
            for word in [words.0, words.1, words.2, words.3] {
                withUnsafeBytes(of: word.bigEndian) { raw in
                    for byte in raw {
                        buffer.initializeElement(at: place, to: byte)
                        place += 1
                    }
                }
            }
            count = place
        }
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { Hexadecimal.text(bytes) }

    package static func == (left: ContentDigest, right: ContentDigest) -> Bool {
        left.words == right.words
    }

    package static func < (left: ContentDigest, right: ContentDigest) -> Bool {
        left.words < right.words
    }

    package func hash(into hasher: inout Swift.Hasher) {
        // The words of a digest are as good as random; one tells enough of them apart.
        hasher.combine(words.0)
        hasher.combine(words.3)
    }

    package var description: String { "sha256:\(hex)" }

    /// The first twelve digits, for people.
    package var short: String { String(hex.prefix(12)) }
}
