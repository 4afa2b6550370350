/// One form of a secret, and how it is found in a text.
struct SecretForm: Hashable {
    /// How the bytes may stand in a text.
    enum Way: Hashable {
        case asItIs
        /// Each byte as it is, or percent-encoded (RFC 3986 section 2.1); a blank also as a plus sign.
        case percent
        /// With breaks and blanks between its letters, as programs wrap base64 (RFC 2045 section 6.8).
        case wrapped
    }

    let bytes: [UInt8]
    let way: Way

    /// What of a form stands at a place.
    enum Match {
        case none
        /// All of it, up to there.
        case whole(Int)
        /// The text ends within it, behind so many of its bytes.
        case cut(Int)
    }

    func match(_ text: [UInt8], at start: Int, upTo end: Int) -> Match {
        var place = start
        for (count, byte) in bytes.enumerated() {
            if way == .wrapped, count > 0 {
                while place < end, [9, 10, 13, 32].contains(text[place]) { place += 1 }
            }
            guard place < end else { return .cut(count) }
            if way == .percent, text[place] == UInt8(ascii: "%") {
                guard place + 2 < end else { return .cut(count) }
                if let high = Self.digit(text[place + 1]), let low = Self.digit(text[place + 2]),
                    high << 4 | low == byte
                {
                    place += 3
                    continue
                }
            }
            guard text[place] == byte || way == .percent && byte == 32 && text[place] == 43 else {
                return .none
            }
            place += 1
        }
        return .whole(place)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
