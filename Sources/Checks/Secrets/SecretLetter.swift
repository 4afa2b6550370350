import Characters

/// One scalar of a secret, in the ways in which programs write it.
///
/// A class, because a long secret has few of them, many times.
final class SecretLetter: Sendable {
    /// In UTF-8, of which each byte may be percent-encoded (RFC 3986 section 2.1).
    private let bytes: [UInt8]
    /// As JSON, programs, shells, forms and HTML write it, but for numbers in HTML.
    private let spellings: [[UInt8]]
    private let value: UInt32

    init(_ scalar: Unicode.Scalar) {
        bytes = Array(String(scalar).utf8)
        value = scalar.value
        spellings = (Self.words(scalar) + Self.numbers(scalar)).map { Array($0.utf8) }
    }

    /// The bytes that it may begin with.
    var beginnings: Set<UInt8> {
        Set(([bytes, [percent], Array("&".utf8)] + spellings).compactMap(\.first))
    }

    /// Adds where it ends that stands at a place, in each way that it can be read; and tells whether the
    /// text ends within it, of which `end` is the end for what is cut.
    func read(_ text: [UInt8], at place: Int, upTo end: Int, _ ends: inout [Int]) -> Bool {
        func add(_ end: Int) { if !ends.contains(end) { ends.append(end) } }
        var isCut = place >= end
        for spelling in spellings {
            var count = 0
            while count < spelling.count, place + count < text.count,
                text[place + count] == spelling[count]
            {
                count += 1
            }
            if count == spelling.count { add(place + count) }
            if count > 0, place + count >= end { isCut = true }
        }
        if let next = number(in: text, at: place) { add(next) }
        var next = place
        for byte in bytes {
            guard next < text.count else { return true }
            if next >= end { isCut = true }
            if text[next] == byte {
                next += 1
                continue
            }
            guard text[next] == percent else { return isCut }
            guard next + 2 < text.count else { return true }
            if next + 2 >= end { isCut = true }
            guard let high = Hexadecimal.foreignValue(of: text[next + 1]),
                let low = Hexadecimal.foreignValue(of: text[next + 2]),
                high << 4 | low == byte
            else { return isCut }
            next += 3
        }
        add(next)
        // A percent sign of the secret itself may stand there encoded.
        if bytes == [percent], place + 3 <= text.count, text[place + 1] == UInt8(ascii: "2"),
            text[place + 2] == UInt8(ascii: "5")
        {
            add(place + 3)
        }
        return isCut
    }

    /// Behind its number as HTML writes it, `&#39;` or `&#x27;`, with as many zeros before it as one likes.
    private func number(in text: [UInt8], at place: Int) -> Int? {
        guard place + 3 < text.count, text[place] == UInt8(ascii: "&"),
            text[place + 1] == UInt8(ascii: "#")
        else { return nil }
        let isHexadecimal = text[place + 2] | 0x20 == UInt8(ascii: "x")
        var next = place + (isHexadecimal ? 3 : 2)
        var number: UInt32 = 0
        let first = next
        let base: UInt32 = isHexadecimal ? 16 : 10
        while next < text.count, let digit = Hexadecimal.foreignValue(of: text[next]), digit < base
        {
            let (product, isTooMuch) = number.multipliedReportingOverflow(by: base)
            guard !isTooMuch, product <= 0x10FFFF else { return nil }
            number = product + UInt32(digit)
            next += 1
        }
        guard next > first, next < text.count, text[next] == UInt8(ascii: ";"), number == value
        else { return nil }
        return next + 1
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
        case " ": ["+", "\\ "]
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
        return escapes
            + (value < 0x100 ? digits(value, 2).map { "\\x\($0)" } : [])
    }

    private static func digits(_ number: UInt32, _ count: Int) -> Set<String> {
        let digits = String(number, radix: 16)
        let padded = String(repeating: "0", count: max(0, count - digits.count)) + digits
        return [padded, padded.uppercased()]
    }
}
