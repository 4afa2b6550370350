/// Tells bytes that show nothing to a reader, whichever way they are read, from those that may.
///
/// They come in pieces, which may end within a character.
package struct BlankBytes {
    private var utf8 = InkSearch()
    private var latin1 = InkSearch()
    private var little = BlankUnits(mark: [0xFF, 0xFE])
    private var big = BlankUnits(mark: [0xFE, 0xFF])
    /// What UTF-8 goes on with in the next piece.
    private var begun: [UInt8] = []

    package init() {}

    /// In one of the ways to read what came so far nothing shows.
    package var isBlank: Bool {
        (!utf8.isFound && begun.isEmpty) || !latin1.isFound || little.isBlank || big.isBlank
    }

    package mutating func add(_ piece: [UInt8]) {
        addUTF8(piece)
        for byte in piece where !latin1.isFound { latin1.add(Unicode.Scalar(byte)) }
        little.add(piece)
        big.add(piece)
    }

    private mutating func addUTF8(_ piece: [UInt8]) {
        guard !utf8.isFound else { return }
        let bytes = begun + piece
        // A character has four bytes at most, and the first says how many.
        let start = bytes.indices.suffix(3).last { bytes[$0] >= 0xC0 }
        let isCut = start.map { bytes.count - $0 < Self.length(bytes[$0]) } ?? false
        let end = isCut ? start ?? bytes.count : bytes.count
        begun = Array(bytes[end...])
        for scalar in String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars
        where !utf8.isFound { utf8.add(scalar) }
    }

    private static func length(_ first: UInt8) -> Int { first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2 }
}
