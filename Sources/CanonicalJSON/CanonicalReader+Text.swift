extension CanonicalReader {
    /// Where the stretch ends that has neither quotes nor escapes nor controls, and all of its bytes
    /// together (so that one look tells whether it is ASCII).
    func stretch(from start: Int) -> (end: Int, all: UInt8) {
        var place = start
        var all: UInt8 = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 32 { break }
            all |= byte
            place += 1
        }
        return (place, all)
    }

    func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Reads a string.
    package mutating func text() throws(CanonicalFormatError) -> String {
        guard next == UInt8(ascii: "\"") else { throw wrongType("is not a string") }
        let start = index + 1
        let (end, all) = stretch(from: start)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            let content = try escapedText()
            guard let text = String(validating: content, as: UTF8.self) else {
                throw error("is not valid UTF-8")
            }
            return text
        }
        index = end + 1
        let content = slice(start, end)
        return all < 0x80 ? texts.text(ascii: content) : try checked(content)
    }

    /// Reads a string that should be plain ASCII, without making a `String` of it.
    ///
    /// - Returns: The bytes between the quotes; nil where there are others, which is for the caller
    ///   to refuse.
    package mutating func plain() throws(CanonicalFormatError) -> UnsafeBufferPointer<UInt8>? {
        guard next == UInt8(ascii: "\"") else { throw wrongType("is not a string") }
        let start = index + 1
        let (end, all) = stretch(from: start)
        guard all < 0x80, end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        index = end + 1
        return slice(start, end)
    }

    /// Reads a string to its end without keeping it.
    mutating func passText() throws(CanonicalFormatError) {
        let (end, all) = stretch(from: index + 1)
        guard all < 0x80, end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            _ = try text()
            return
        }
        index = end + 1
    }

    private func checked(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(CanonicalFormatError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw error("is not valid UTF-8")
        }
        return text
    }

    /// The bytes of a string that has escapes; only the escapes of RFC 8785 section 3.2.2.2 are
    /// read.
    private mutating func escapedText() throws(CanonicalFormatError) -> [UInt8] {
        var content: [UInt8] = []
        var place = index + 1
        while true {
            let (end, _) = stretch(from: place)
            content += bytes[place..<end]
            guard end < bytes.count else {
                throw error("is a string that does not end")
            }
            switch bytes[end] {
            case UInt8(ascii: "\""):
                index = end + 1
                return content
            case UInt8(ascii: "\\"):
                let (byte, length) = try escape(at: end)
                content.append(byte)
                place = end + length
            default:
                throw error("is a string with a control character that is not escaped")
            }
        }
    }

    /// What the escape at a backslash stands for, and how many bytes it has.
    private func escape(at place: Int) throws(CanonicalFormatError) -> (byte: UInt8, length: Int) {
        guard place + 1 < bytes.count else {
            throw error("is a string that does not end")
        }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""): return (UInt8(ascii: "\""), 2)
        case UInt8(ascii: "\\"): return (UInt8(ascii: "\\"), 2)
        case UInt8(ascii: "b"): return (8, 2)
        case UInt8(ascii: "t"): return (9, 2)
        case UInt8(ascii: "n"): return (10, 2)
        case UInt8(ascii: "f"): return (12, 2)
        case UInt8(ascii: "r"): return (13, 2)
        case UInt8(ascii: "u"):
            guard place + 6 <= bytes.count, bytes[place + 2] == 48, bytes[place + 3] == 48,
                bytes[place + 4] == 48 || bytes[place + 4] == 49,
                let low = Self.digit(bytes[place + 5])
            else { throw notCanonical }
            let byte = (bytes[place + 4] - 48) << 4 | low
            // These have shorter escapes.
            guard ![8, 9, 10, 12, 13].contains(byte) else { throw notCanonical }
            return (byte, 6)
        default: throw notCanonical
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
        default: return nil
        }
    }
}
