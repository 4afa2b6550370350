/// The bytes that the reader knows by name.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    /// The line break of Unix, and the second byte of CR LF.
    static let lineFeed = UInt8(ascii: "\n")
    /// The first byte of CR LF, or a line break alone.
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")

    static func isBreak(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    /// The second, third or fourth byte of a character in UTF-8.
    static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
