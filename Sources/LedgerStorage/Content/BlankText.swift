/// Tells bytes that show nothing to a reader from those that may show something.
enum BlankText {
    /// The bytes are white space, characters that nothing is shown for, or NUL, in UTF-8 or UTF-16.
    static func isBlank(_ bytes: [UInt8]) -> Bool {
        // The byte order marks of UTF-16 are no characters of UTF-8.
        let text =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            ? bytes.dropFirst(2) : bytes[...]
        return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            scalar.value == 0 || scalar.properties.isWhitespace
                || scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
