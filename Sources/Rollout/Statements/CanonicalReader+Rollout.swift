import CanonicalJSON

extension CanonicalReader {
    mutating func text(_ key: StaticString) throws(CanonicalFormatError) -> String {
        try self.key(key)
        return try text()
    }

    mutating func optionalText(_ key: StaticString) throws(CanonicalFormatError) -> String? {
        hasKey(key) ? try text() : nil
    }

    mutating func integer(
        _ key: StaticString, atLeast least: Int
    ) throws(CanonicalFormatError) -> Int {
        try self.key(key)
        return try integer(atLeast: least)
    }

    /// Reads one of the words that an enumeration knows.
    mutating func word<Word>(_ key: StaticString) throws(CanonicalFormatError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        let text = try text(key)
        // Bytes are compared: two spellings of one text are still two words.
        guard let word = Word(rawValue: text), word.rawValue.utf8.count == text.utf8.count else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("is none of: \(known)")
        }
        return word
    }

    mutating func digest(_ key: StaticString) throws(CanonicalFormatError) -> ContentDigest {
        try self.key(key)
        guard let bytes = try plain(), let digest = ContentDigest(text: bytes) else {
            throw error("is not `sha256:` with 64 lower-case hexadecimal digits")
        }
        return digest
    }

    mutating func instant(_ key: StaticString) throws(CanonicalFormatError) -> Instant {
        try self.key(key)
        return try instant()
    }

    mutating func optionalInstant(_ key: StaticString) throws(CanonicalFormatError) -> Instant? {
        hasKey(key) ? try instant() : nil
    }

    private mutating func instant() throws(CanonicalFormatError) -> Instant {
        guard let bytes = try plain(), let instant = Instant(canonical: bytes) else {
            throw error(
                "is not a UTC time of the years 1 to 9999, written like 2025-10-10T08:00:00Z")
        }
        return instant
    }

    /// Reads a reference to a file, where there is one.
    mutating func optionalFile(_ key: StaticString) throws(CanonicalFormatError) -> FileReference? {
        hasKey(key) ? try FileReference(&self) : nil
    }

    mutating func file(_ key: StaticString) throws(CanonicalFormatError) -> FileReference {
        try self.key(key)
        return try FileReference(&self)
    }

    /// Reads a key that says yes where it is there.
    mutating func isYes(_ key: StaticString) throws(CanonicalFormatError) -> Bool {
        guard let text = try optionalText(key) else { return false }
        guard text.utf8.elementsEqual("yes".utf8) else { throw error("is not \"yes\"") }
        return true
    }
}
