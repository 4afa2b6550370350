/// Text that runs on: every run of blanks is one, and signs without width are left out.
struct TextFlow {
    private var bytes: [UInt8] = []
    /// A blank that is written before the next sign, if one comes.
    private var isBlankOwed = false

    /// Where what comes next will stand.
    var count: Int { bytes.count }

    mutating func append(_ text: some Collection<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte <= 0x20 || byte == 0x7F {
                isBlankOwed = true
                index = text.index(after: index)
            } else if byte < 0x80 {
                put(byte)
                index = text.index(after: index)
            } else {
                let next = text.index(after: index)
                switch Self.meaning(of: text[index...].prefix(3)) {
                case .blank(let length):
                    isBlankOwed = true
                    index = text.index(index, offsetBy: length, limitedBy: text.endIndex) ?? next
                case .nothing(let length):
                    index = text.index(index, offsetBy: length, limitedBy: text.endIndex) ?? next
                case .sign:
                    put(byte)
                    index = next
                }
            }
        }
    }

    mutating func appendBlank() { isBlankOwed = true }

    /// The text from a place on.
    func text(from start: Int) -> String {
        let slice = bytes[min(start, bytes.count)...]
        return String(decoding: slice.first == 0x20 ? slice.dropFirst() : slice, as: UTF8.self)
    }

    /// The text, and an empty flow after it.
    mutating func take() -> String {
        defer {
            bytes.removeAll(keepingCapacity: true)
            isBlankOwed = false
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func put(_ byte: UInt8) {
        if isBlankOwed, !bytes.isEmpty { bytes.append(0x20) }
        isBlankOwed = false
        bytes.append(byte)
    }

    private enum Meaning { case blank(Int), nothing(Int), sign }

    /// What the first bytes of a scalar beyond ASCII stand for in running text.
    private static func meaning(of bytes: some Collection<UInt8>) -> Meaning {
        let bytes = Array(bytes)
        guard bytes.count >= 2 else { return .sign }
        if bytes[0] == 0xC2 {
            // No-break space and soft hyphen.
            return bytes[1] == 0xA0 ? .blank(2) : bytes[1] == 0xAD ? .nothing(2) : .sign
        }
        guard bytes.count == 3 else { return .sign }
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return .blank(3)
        case (0xE2, 0x80, 0x8B...0x8D), (0xEF, 0xBB, 0xBF), (0xE2, 0x81, 0xA0): return .nothing(3)
        default: return .sign
        }
    }
}
