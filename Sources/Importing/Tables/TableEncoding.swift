/// How the text of a table is written.
package enum TableEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, and UTF-16 where its mark stands first.
    case unicode
    /// What older programs on Windows write in western Europe and America. It is never guessed: any
    /// bytes are text in it, those of other encodings too.
    case windows1252 = "windows-1252"

    /// The signs of 0x80 to 0x9F; those without one are no text.
    private static let signs: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The text in UTF-8 without a mark before it.
    func text(_ bytes: [UInt8]) throws(TableMistake) -> [UInt8] {
        if self == .windows1252 { return try Self.western(bytes) }
        guard let text = UnicodeText.utf8(bytes), !text.contains(0) else {
            throw TableMistake(.notUTF8)
        }
        return text
    }

    private static func western(_ bytes: [UInt8]) throws(TableMistake) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count)
        for byte in bytes {
            let unit = (0x80...0x9F).contains(byte) ? signs[Int(byte) - 0x80] : UInt16(byte)
            guard unit != 0 else { throw TableMistake(.notInEncoding(windows1252.rawValue)) }
            units.append(unit)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
