import CanonicalJSON

extension CanonicalReader {
    mutating func text(_ key: StaticString) throws(CanonicalFormatError) -> String {
        try member(key) { reader throws(CanonicalFormatError) in try reader.text() }
    }

    mutating func optionalText(_ key: StaticString) throws(CanonicalFormatError) -> String? {
        try optionalMember(key) { reader throws(CanonicalFormatError) in try reader.text() }
    }

    mutating func integer(
        _ key: StaticString, atLeast least: Int
    ) throws(CanonicalFormatError) -> Int {
        try member(key) { reader throws(CanonicalFormatError) in
            try reader.integer(atLeast: least)
        }
    }

    mutating func word<Word>(_ key: StaticString) throws(CanonicalFormatError) -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        try member(key) { reader throws(CanonicalFormatError) in try reader.word() }
    }

    mutating func digest(_ key: StaticString) throws(CanonicalFormatError) -> ContentDigest {
        try member(key) { reader throws(CanonicalFormatError) in
            try reader.plain("is not `sha256:` with 64 lower-case hexadecimal digits") {
                ContentDigest(text: $0)
            }
        }
    }

    mutating func instant(_ key: StaticString) throws(CanonicalFormatError) -> Instant {
        try member(key) { reader throws(CanonicalFormatError) in
            try reader.plain(
                "is not a UTC time of the years 1 to 9999, written like 2025-10-10T08:00:00Z"
            ) { Instant(canonical: $0) }
        }
    }

    mutating func object<Value>(
        _ key: StaticString,
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> Value {
        try member(key) { reader throws(CanonicalFormatError) in try reader.object(read) }
    }

    /// Reads a reference to a file, where there is one.
    mutating func optionalFile(_ key: StaticString) throws(CanonicalFormatError) -> FileReference? {
        try optionalMember(key) { reader throws(CanonicalFormatError) in
            try reader.object { reader throws(CanonicalFormatError) in
                try FileReference(&reader)
            }
        }
    }

    /// Reads a list of objects.
    mutating func objects<Value>(
        _ key: StaticString,
        _ read: (inout CanonicalReader) throws(CanonicalFormatError) -> Value
    ) throws(CanonicalFormatError) -> [Value] {
        try member(key) { reader throws(CanonicalFormatError) in
            try reader.list { reader throws(CanonicalFormatError) in try reader.object(read) }
        }
    }
}
