/// One scalar of a secret, in all the ways in which programs write it.
struct SecretLetter: Hashable {
    /// In UTF-8, of which each byte may be percent-encoded (RFC 3986 section 2.1).
    private let bytes: [UInt8]
    /// As JSON, programs, forms and HTML write it.
    private let spellings: [[UInt8]]

    init(_ scalar: Unicode.Scalar) {
        bytes = Array(String(scalar).utf8)
        spellings = (Self.words(scalar) + Self.numbers(scalar)).map { Array($0.utf8) }
    }

    /// The bytes that it may begin with.
    var beginnings: Set<UInt8> { Set(([bytes, [percent]] + spellings).compactMap(\.first)) }

    /// Where it ends that stands at a place, in each way that it can be read; and whether the text ends
    /// within it.
    func ends(in text: [UInt8], at place: Int, upTo end: Int) -> (ends: [Int], isCut: Bool) {
        var ends: [Int] = []
        var isCut = false
        for spelling in spellings {
            let there = text[place..<min(end, place + spelling.count)]
            guard spelling.starts(with: there) else { continue }
            if there.count == spelling.count {
                ends.append(place + spelling.count)
            } else {
                isCut = true
            }
        }
        var next = place
        for byte in bytes {
            guard next < end else { return (ends, true) }
            if text[next] == byte {
                next += 1
                continue
            }
            guard text[next] == percent else { return (ends, isCut) }
            guard next + 2 < end else { return (ends, true) }
            guard let high = Self.digit(text[next + 1]), let low = Self.digit(text[next + 2]),
                high << 4 | low == byte
            else { return (ends, isCut) }
            next += 3
        }
        // A percent sign of the secret itself may stand there encoded.
        if bytes == [percent], text[place...].starts(with: "%25".utf8), place + 3 <= end {
            ends.append(place + 3)
        }
        return (ends + [next], isCut)
    }

    private var percent: UInt8 { UInt8(ascii: "%") }

    private static func words(_ scalar: Unicode.Scalar) -> [String] {
        switch scalar {
        case "\"": ["\\\"", "&quot;"]
        case "\\": ["\\\\"]
        case "/": ["\\/"]
        case "'": ["\\'", "&apos;"]
        case "\n": ["\\n"]
        case "\r": ["\\r"]
        case "\t": ["\\t"]
        case "\u{8}": ["\\b"]
        case "\u{C}": ["\\f"]
        case "&": ["&amp;"]
        case "<": ["&lt;"]
        case ">": ["&gt;"]
        case " ": ["+"]
        default: []
        }
    }

    private static func numbers(_ scalar: Unicode.Scalar) -> [String] {
        let value = scalar.value
        var escapes = [""]
        for unit in String(scalar).utf16 {
            escapes = escapes.flatMap { before in
                digits(UInt32(unit), 4).map { "\(before)\\u\($0)" }
            }
        }
        return ["&#\(value);"] + digits(value, 1).map { "&#x\($0);" } + escapes
            + (value < 0x100 ? digits(value, 2).map { "\\x\($0)" } : [])
    }

    private static func digits(_ number: UInt32, _ count: Int) -> Set<String> {
        let digits = String(number, radix: 16)
        let padded = String(repeating: "0", count: max(0, count - digits.count)) + digits
        return [padded, padded.uppercased()]
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
