/// A decimal number as exact as it was written.
package struct DecimalNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let isNegative: Bool
    /// Without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The number is 0.DIGITS times ten to this power.
    private let power: Int

    /// Reads a number of JSON (`-12`, `0.5`, `6.02e23`); nil for another form, and for a power of
    /// more than six digits.
    package init?(_ text: some Sequence<UInt8>) {
        var rest = Array(text)[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let whole = rest.prefix { (48...57).contains($0) }
        guard let first = whole.first, first != 48 || whole.count == 1 else { return nil }
        rest.removeFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix { (48...57).contains($0) }
            guard !fraction.isEmpty else { return nil }
            rest.removeFirst(fraction.count)
        }
        guard let exponent = Self.exponent(rest) else { return nil }
        let all = whole + fraction
        let leading = all.prefix { $0 == 48 }.count
        let significant = all.dropFirst(leading)
        let trailing = significant.reversed().prefix { $0 == 48 }.count
        digits = Array(significant.dropLast(trailing))
        power = digits.isEmpty ? 0 : whole.count - leading + exponent
    }

    package init?(_ text: String) {
        self.init(text.utf8)
    }

    package init(_ number: Int64) {
        // A whole number always reads.
        self.init(String(number).utf8, orZero: ())
    }

    private init(_ text: String.UTF8View, orZero: Void) {
        if let read = DecimalNumber(text) {
            self = read
        } else {
            (isNegative, digits, power) = (false, [], 0)
        }
    }

    /// The power behind `e`; nil where there is something else.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        guard let mark = text.first else { return 0 }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
        var rest = text.dropFirst()
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard (1...6).contains(rest.count), rest.allSatisfy({ (48...57).contains($0) }),
            let power = Int(String(decoding: rest, as: UTF8.self))
        else { return nil }
        return isNegative ? -power : power
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    package static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.sign == right.sign && left.power == right.power && left.digits == right.digits
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(sign)
        hasher.combine(power)
        hasher.combine(digits)
    }

    package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        guard left.sign == right.sign else { return left.sign < right.sign }
        let (small, great) = left.sign < 0 ? (right, left) : (left, right)
        guard small.power == great.power else { return small.power < great.power }
        return small.digits.lexicographicallyPrecedes(great.digits)
    }

    package var description: String {
        guard !digits.isEmpty else { return "0" }
        let text = String(decoding: digits, as: UTF8.self)
        let magnitude: String
        switch power {
        case digits.count...max(21, digits.count):
            magnitude = text + String(repeating: "0", count: power - digits.count)
        case 1..<max(1, digits.count):
            magnitude = "\(text.prefix(power)).\(text.dropFirst(power))"
        case -5...0: magnitude = "0." + String(repeating: "0", count: -power) + text
        default:
            let rest = text.dropFirst()
            magnitude = "\(text.prefix(1))\(rest.isEmpty ? "" : ".\(rest)")e\(power - 1)"
        }
        return isNegative ? "-\(magnitude)" : magnitude
    }
}
