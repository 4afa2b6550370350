/// Follows quotation marks and brackets of YAML over lines, to tell values from comments.
struct ValueScan {
    private var quote: UInt8?
    private var depth = 0
    /// Whether a quotation mark or a bracket would begin something, and not be a sign like others.
    private var isAtToken = true

    /// Whether what was begun goes on in the next line.
    var isOpen: Bool { quote != nil || depth > 0 }

    /// Reads a line; tells where the comment begins that ends it, or nil where it has none.
    mutating func comment(in line: ArraySlice<UInt8>) -> Int? {
        if depth > 0 { isAtToken = true }
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : 32
            if let mark = quote {
                let isEscape = byte == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"")
                let isDoubled = byte == mark && next == mark && mark == UInt8(ascii: "'")
                if isEscape || isDoubled {
                    index += 1
                } else if byte == mark {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "#"), isBlank(line, before: index) {
                return index
            } else {
                take(byte, next)
            }
            index += 1
        }
        return nil
    }

    private func isBlank(_ line: ArraySlice<UInt8>, before index: Int) -> Bool {
        index == line.startIndex || line[index - 1] == 32 || line[index - 1] == 9
    }

    private mutating func take(_ byte: UInt8, _ next: UInt8) {
        switch byte {
        case 32, 9: break
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if isAtToken { quote = byte }
            isAtToken = false
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if isAtToken { depth += 1 }
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth = max(0, depth - 1)
            isAtToken = false
        case UInt8(ascii: ","): isAtToken = depth > 0
        case UInt8(ascii: ":"), UInt8(ascii: "-"): isAtToken = next == 32
        default: isAtToken = false
        }
    }
}
