import Rollout

/// How the bytes of a text stand for its characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// ISO 8859-1: each byte is the scalar of its number.
    case latin1 = "iso-8859-1"
    /// The byte order mark says which half comes first; without one it is the higher.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// The same text in UTF-8; nil where the bytes are none of this encoding.
    ///
    /// Of a text that was cut the character at the cut is left out where only a part of it is there.
    func utf8(_ bytes: [UInt8], isCut: Bool) -> [UInt8]? {
        switch self {
        case .utf8: return Self.valid(isCut ? Self.withoutBrokenEnd(bytes) : bytes)
        case .latin1: return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
        case .utf16:
            let isLittle = bytes.starts(with: [0xFF, 0xFE])
            let hasMark = isLittle || bytes.starts(with: [0xFE, 0xFF])
            return Self.utf16(
                bytes.dropFirst(hasMark ? 2 : 0), littleEndian: isLittle, isCut: isCut)
        case .utf16LittleEndian: return Self.utf16(bytes[...], littleEndian: true, isCut: isCut)
        case .utf16BigEndian: return Self.utf16(bytes[...], littleEndian: false, isCut: isCut)
        }
    }

    private static func valid(_ bytes: [UInt8]) -> [UInt8]? {
        // UTF-16 without a mark is valid UTF-8 too, with a NUL beside each letter.
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }

    /// Without the first bytes of a character whose last ones are missing.
    private static func withoutBrokenEnd(_ bytes: [UInt8]) -> [UInt8] {
        guard let lead = bytes.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return bytes }
        let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        return bytes.count - lead < length ? Array(bytes[..<lead]) : bytes
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, littleEndian: Bool, isCut: Bool
    ) -> [UInt8]? {
        guard isCut || bytes.count.isMultiple(of: 2) else { return nil }
        var units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        if isCut, let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
}
