/// Bytes as the letters of base64 (RFC 4648), read strictly: one text for each run of bytes.
package enum Base64 {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let none: UInt8 = 0xFF
    private static let values: [UInt8] = {
        var values = Array(repeating: none, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// The letters of section 4, filled up with `=` where `isPadded`.
    package static func text(_ bytes: some Sequence<UInt8>, isPadded: Bool = true) -> String {
        String(decoding: encoded(Array(bytes), isPadded: isPadded), as: UTF8.self)
    }

    /// The letters of section 5, which stand in addresses, without padding.
    package static func addressText(_ bytes: some Sequence<UInt8>) -> String {
        let encoded = encoded(Array(bytes), isPadded: false).map { letter in
            switch letter {
            case UInt8(ascii: "+"): return UInt8(ascii: "-")
            case UInt8(ascii: "/"): return UInt8(ascii: "_")
            default: return letter
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Not generic, since a generic loop is not made for the type of another module's caller.
    private static func encoded(_ bytes: [UInt8], isPadded: Bool) -> [UInt8] {
        let (letters, count) = (letters, bytes.count)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((count + 2) / 3 * 4)
        func append(_ group: UInt32, _ shifts: [UInt32]) {
            for shift in shifts { encoded.append(letters[Int(group >> shift & 63)]) }
        }
        var place = 0
        while place + 3 <= count {
            let group =
                UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8
                | UInt32(bytes[place + 2])
            encoded.append(letters[Int(group >> 18)])
            encoded.append(letters[Int(group >> 12 & 63)])
            encoded.append(letters[Int(group >> 6 & 63)])
            encoded.append(letters[Int(group & 63)])
            place += 3
        }
        switch count - place {
        case 1: append(UInt32(bytes[place]) << 16, [18, 12])
        case 2: append(UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8, [18, 12, 6])
        default: return encoded
        }
        if isPadded {
            encoded.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count + place))
        }
        return encoded
    }

    /// The bytes that letters of section 5 stand for, which have no padding; nil for anything else.
    package static func addressBytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count + 3)
        for letter in text {
            switch letter {
            case UInt8(ascii: "-"): letters.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): letters.append(UInt8(ascii: "/"))
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
            default: letters.append(letter)
            }
        }
        letters.append(
            contentsOf: repeatElement(UInt8(ascii: "="), count: (4 - letters.count % 4) % 4))
        return bytes(letters)
    }

    /// Whether the sign is a letter of section 4, or padding.
    package static func isLetter(_ sign: UInt8) -> Bool {
        values[Int(sign)] != none || sign == UInt8(ascii: "=")
    }

    /// The bytes that padded letters of section 4 stand for.
    ///
    /// Nil for another sign, a blank, a length that is no multiple of four, and bits that no
    /// encoder leaves behind.
    package static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        bytes(ArraySlice(text))
    }

    /// The same without a generic type, which is several times as fast from another module.
    package static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let values = Self.values
        let count = text.count
        guard count % 4 == 0 else { return nil }
        let padding = text.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count / 4 * 3)
        var group: UInt32 = 0
        var place = 0
        for letter in text {
            let value = place < count - padding ? values[Int(letter)] : 0
            guard value != none else { return nil }
            group = group << 6 | UInt32(value)
            place += 1
            guard place % 4 == 0 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            bytes.append(UInt8(truncatingIfNeeded: group >> 8))
            bytes.append(UInt8(truncatingIfNeeded: group))
            if place < count { group = 0 }
        }
        // What the padding stands for has to be zeros.
        let rest = padding == 2 ? group & 0xFFFF : padding == 1 ? group & 0xFF : 0
        guard rest == 0 else { return nil }
        bytes.removeLast(padding)
        return bytes
    }
}
