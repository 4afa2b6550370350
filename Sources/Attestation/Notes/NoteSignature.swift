import Characters

/// One line of signature below a note; whose it claims to be, and not yet verified.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    package let id: UInt32
    /// What follows the id: for a witness the time and the signature.
    package let value: [UInt8]

    /// An em dash and a blank.
    private static let start = Array("\u{2014} ".utf8)

    init(by key: NoteKey, _ value: [UInt8]) {
        name = key.name
        id = key.id
        self.value = value
    }

    /// Reads a line without its end; nil where it is none.
    package init?(line: some Collection<UInt8>) {
        guard line.starts(with: Self.start) else { return nil }
        let parts = line.dropFirst(Self.start.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self),
            NoteKey.isName(name), let bytes = Base64.bytes(parts[1]), bytes.count > 4
        else { return nil }
        self.name = name
        id = bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        value = Array(bytes[4...])
    }

    /// The line without its end.
    package var line: String { "\u{2014} \(name) \(Base64.text(id.bigEndianBytes + value))" }
}
