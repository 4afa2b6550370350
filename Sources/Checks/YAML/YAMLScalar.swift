/// What a text without quotes stands for: the core schema of YAML 1.2.2 (section 10.3.2).
///
/// Readers of YAML 1.1 take some texts for something else, such as `no` and `0777`: of those it is
/// not known what a program sees.
enum YAMLScalar: Equatable {
    case null
    case boolean(Bool)
    case number(DecimalNumber)
    case text
    /// Readers differ; why.
    case unclear(String)

    /// The booleans of YAML 1.1 alone.
    private static let oldBooleans: Set = ["y", "n", "yes", "no", "on", "off"]

    init(_ text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .boolean(true)
        case "false", "False", "FALSE": self = .boolean(false)
        default:
            let isOld = Self.oldBooleans.contains(text.lowercased())
            self =
                isOld ? .unclear("a word that some readers take for a boolean") : Self.other(text)
        }
    }

    private static func other(_ text: String) -> YAMLScalar {
        var rest = Substring(text)
        if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
        let lower = rest.lowercased()
        guard let first = lower.utf8.first, first.isDigit || first == UInt8(ascii: ".") else {
            return .text
        }
        if lower == ".inf" || text.lowercased() == ".nan" {
            return .unclear("a number without end")
        }
        if lower.hasPrefix("0x") || lower.hasPrefix("0o") || lower.hasPrefix("0b") {
            return based(lower, isSigned: rest.count < text.count)
        }
        if let number = decimal(rest, isNegative: text.hasPrefix("-")) { return number }
        // 1_000 and 12:30:00 are numbers of YAML 1.1, and texts today.
        let isOld = lower.utf8.allSatisfy {
            $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":")
                || $0 == UInt8(ascii: ".")
        }
        let isPlain = lower.utf8.filter { $0 == UInt8(ascii: ".") }.count > 1
        return isOld && !isPlain ? .unclear("a text that some readers take for a number") : .text
    }

    /// A number in another base than ten; one with a sign is none of today's.
    private static func based(_ text: String, isSigned: Bool) -> YAMLScalar {
        let digits = text.dropFirst(2)
        let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : 2
        guard let number = Int64(digits, radix: radix) else {
            let isText = !digits.utf8.allSatisfy { $0.isDigit || $0.isLetter || $0 == 95 }
            return isText ? .text : .unclear("a text that some readers take for a number")
        }
        // 0o17 is new, 0b1 old.
        guard radix == 16, !isSigned, !digits.hasPrefix("-"), !digits.hasPrefix("+") else {
            return .unclear("a text that some readers take for a number")
        }
        return .number(DecimalNumber(number))
    }

    /// A number as JSON writes it, or with the liberties of the core schema; nil for another form.
    private static func decimal(_ text: Substring, isNegative: Bool) -> YAMLScalar? {
        let isOctal = text.utf8.count > 1 && text.utf8.allSatisfy(\.isDigit) && text.hasPrefix("0")
        if isOctal { return .unclear("a number that some readers take for an octal one") }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = String(parts[0])
        if parts.count == 2 {
            if digits.isEmpty { digits = "0" }
            let fraction = parts[1]
            // A dot may end a number, or stand before its power.
            digits += fraction.utf8.first.map(\.isDigit) == true ? ".\(fraction)" : String(fraction)
            guard text != "." else { return nil }
        }
        let whole = digits.drop { $0 == "0" }
        let bare = whole.utf8.first.map(\.isDigit) == true ? String(whole) : "0\(whole)"
        return DecimalNumber(isNegative ? "-\(bare)" : bare).map { .number($0) }
    }
}
