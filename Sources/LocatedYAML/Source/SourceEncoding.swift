/// Turns the bytes of a file into UTF-8 without a byte order mark.
enum SourceEncoding {
    /// The text in UTF-8; a text that is UTF-8 without a mark already is returned as it is.
    static func utf8(_ source: SourceText) -> Result<SourceText, Diagnostics> {
        let bytes = source.bytes
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            let text = source.with([])
            return .failure(mistake("the text is UTF-32", at: 0, of: text))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(source, low: 0, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(source, low: 1, high: 0) }
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return .success(source) }
        return .success(source.with(Array(bytes.dropFirst(3))))
    }

    /// Decodes UTF-16 behind its mark; `low` and `high` say which byte of a unit is which.
    private static func utf16(
        _ source: SourceText, low: Int, high: Int
    ) -> Result<SourceText, Diagnostics> {
        let bytes = source.bytes
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        func unit(_ index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            return UInt32(bytes[index + low]) | UInt32(bytes[index + high]) << 8
        }
        func refuse(_ message: String, at index: Int) -> Result<SourceText, Diagnostics> {
            let partial = source.with(text)
            return .failure(
                mistake("\(message) at byte \(index) of the file", at: text.count, of: partial))
        }
        var index = 2
        while index < bytes.count {
            guard var value = unit(index) else {
                return refuse("the UTF-16 text ends within a character", at: index)
            }
            let start = index
            index += 2
            if value & 0xFC00 == 0xD800, let second = unit(index), second & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + (second & 0x3FF)
                index += 2
            }
            guard let scalar = Unicode.Scalar(value) else {
                return refuse("half of a UTF-16 surrogate pair stands alone", at: start)
            }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return .success(source.with(text))
    }

    private static func mistake(_ message: String, at offset: Int, of text: SourceText)
        -> Diagnostics
    {
        let place = SourceSpan(start: offset, end: offset)
        return Diagnostics([
            text.diagnostic("encoding", message, fix: "save the file as UTF-8", at: place)
        ])
    }
}
