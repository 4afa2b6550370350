/// Text in UTF-8, or in UTF-16 where its mark stands first, as programs on Windows write it.
enum UnicodeText {
    /// The text in UTF-8 without a mark before it; nil for what is no text.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        unmarked(bytes).flatMap { String(validating: $0, as: UTF8.self) == nil ? nil : $0 }
    }

    /// The bytes without a mark before them, in UTF-8 where the mark says UTF-16; nil where they are
    /// none of that.
    ///
    /// Whether what has no mark of UTF-16 is text is for the reader to say, line by line.
    static func unmarked(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes, low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes, low: 1) }
        return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }

    /// What stands before a text in UTF-8 for programs that would take it for another encoding.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func wide(_ bytes: [UInt8], low: Int) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { place in
            UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
}
