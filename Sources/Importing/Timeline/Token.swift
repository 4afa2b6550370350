/// A word, a number or a sign of a text, with what tells one use of a word from another.
struct Token: Hashable {
    enum Kind: Hashable {
        case word, number, sign
        /// A value that no longer holds, in brackets: "(previously mid-May)".
        case former([Token])
        /// A date of numbers, with the order of day and month that the text is written in.
        case date(SlashedDate, SlashedDate.Order?)
        /// A year that is counted from a day, "next year", and whether it is known from which.
        case year(Int, isSure: Bool)
    }

    let kind: Kind
    /// In small letters.
    let text: String
    /// Whether the first letter is a capital.
    let isCapital: Bool
    /// The place in the text, in bytes.
    let range: Range<Int>
    /// Whether nothing stands between this and what is before it.
    let isGlued: Bool

    var number: Int? {
        if case .year(let year, _) = kind { return year }
        return kind == .number ? Int(text) : nil
    }

    var isCountedYear: Bool {
        if case .year = kind { return true }
        return false
    }

    var isFormer: Bool {
        if case .former = kind { return true }
        return false
    }

    /// Whether it is one of some signs of ASCII.
    func isSign(_ signs: String) -> Bool {
        guard kind == .sign, let sign = text.utf8.first, text.utf8.count == 1 else { return false }
        return signs.utf8.contains(sign)
    }
}

extension Token {
    /// The tokens of a text on one line.
    static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        scan(text) { kind, bytes, isGlued in
            let isCapital = bytes.first.map { (65...90).contains($0) } ?? false
            tokens.append(
                Token(
                    kind: kind, text: small(bytes), isCapital: isCapital, range: bytes.indices,
                    isGlued: isGlued))
        }
        return tokens
    }

    /// The words of a text on one line, in small letters.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        scan(text) { kind, bytes, _ in if kind == .word { words.append(small(bytes)) } }
        return words
    }

    /// Hands over each token as its bytes, and whether nothing stands before it.
    private static func scan(_ text: String, _ take: (Kind, ArraySlice<UInt8>, Bool) -> Void) {
        let bytes = Array(text.utf8)
        var index = 0
        var isGlued = false
        while index < bytes.count {
            let start = index
            let byte = bytes[index]
            guard byte != 32 else {
                isGlued = false
                index += 1
                continue
            }
            let kind: Kind
            if (48...57).contains(byte) {
                index = end(of: bytes, from: index) { (48...57).contains($0) }
                kind = .number
            } else if let length = signLength(bytes[index...]) {
                index += length
                kind = .sign
            } else {
                index = end(of: bytes, from: index, while: isOfAWord)
                // A long dash or a quotation mark ends a word.
                index = wordEnd(bytes, start, index)
                kind = .word
            }
            take(kind, bytes[start..<index], isGlued)
            isGlued = true
        }
    }

    private static func end(of bytes: [UInt8], from start: Int, while fits: (UInt8) -> Bool) -> Int
    {
        var index = start
        while index < bytes.count, fits(bytes[index]) { index += 1 }
        return max(index, start + 1)
    }

    private static func isOfAWord(_ byte: UInt8) -> Bool {
        byte > 127 || (97...122).contains(byte | 32) || byte == UInt8(ascii: "'")
    }

    /// The bytes of a sign at the beginning; nil where a word begins.
    private static func signLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first < 128 { return isOfAWord(first) ? nil : 1 }
        // Dashes, quotation marks, bullets, the ellipsis: U+2010 to U+203F.
        let rest = bytes.dropFirst()
        guard first == 0xE2, rest.first == 0x80, rest.count >= 2 else { return nil }
        // The apostrophe U+2019 is of its word.
        return rest[rest.startIndex + 1] == 0x99 ? nil : 3
    }

    private static func wordEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end {
            if bytes[index] == 0xE2, signLength(bytes[index..<end]) != nil { return index }
            index += 1
        }
        return end
    }

    /// The text in small letters, with each dash as `-` and each apostrophe as `'`.
    private static func small(_ bytes: ArraySlice<UInt8>) -> String {
        // From U+2010 to U+2014.
        if bytes.count == 3, bytes.starts(with: [0xE2, 0x80]), let last = bytes.last,
            (0x90...0x94).contains(last)
        {
            return "-"
        }
        guard bytes.contains(where: { (65...90).contains($0) || $0 == 0xE2 }) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var small: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0xE2, bytes[index...].starts(with: [0xE2, 0x80, 0x99]) {
                small.append(UInt8(ascii: "'"))
                index += 3
                continue
            }
            small.append((65...90).contains(byte) ? byte | 32 : byte)
            index += 1
        }
        return String(decoding: small, as: UTF8.self)
    }
}
