/// Byte offsets for libyaml's places, which count characters.
///
/// The cursor walks from the place it was last asked for. The places of successive events lie close
/// together, so the walk over a whole text is linear.
struct CharacterCursor {
    private let text: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    private var character = 0
    private var byte = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        isASCII = CharacterCursor.isASCII(text)
    }

    /// The first byte of a character; behind the last character the end of the text.
    mutating func offset(ofCharacter index: Int) -> Int {
        guard !isASCII else { return min(index, text.count) }
        let bytes = UnsafeRawBufferPointer(text)
        while character < index, byte < text.count {
            // Eight bytes at a time: all but the continuation bytes begin a character.
            if index - character >= 8, byte + 8 <= text.count {
                let word = bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
                let high = (word >> 7) & 0x0101_0101_0101_0101
                let continuations = high & ~(word >> 6)
                character += 8 - continuations.nonzeroBitCount
                byte += 8
                while byte < text.count, Byte.isContinuation(text[byte]) { byte += 1 }
                continue
            }
            byte += 1
            while byte < text.count, Byte.isContinuation(text[byte]) { byte += 1 }
            character += 1
        }
        while character > index, byte > 0 {
            byte -= 1
            while byte > 0, Byte.isContinuation(text[byte]) { byte -= 1 }
            character -= 1
        }
        return byte
    }

    private static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(text)
        let words = bytes.count / 8
        var seen: UInt64 = 0
        for word in 0..<words {
            seen |= bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
        }
        for index in (words * 8)..<bytes.count { seen |= UInt64(bytes[index]) }
        return seen & 0x8080_8080_8080_8080 == 0
    }
}
