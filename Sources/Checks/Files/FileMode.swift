/// What the permission bits of a file must be.
package enum FileMode: Hashable, Sendable, CustomStringConvertible {
    /// Exactly these bits.
    case equals(UInt16)
    /// These bits or fewer: none that is not among them.
    case atMost(UInt16)

    package func allows(_ bits: UInt16) -> Bool {
        switch self {
        case .equals(let wanted): return bits == wanted
        case .atMost(let most): return bits & ~most == 0
        }
    }

    package var description: String {
        switch self {
        case .equals(let bits): return "mode \(Self.text(bits))"
        case .atMost(let bits): return "mode \(Self.text(bits)) or fewer permissions"
        }
    }

    /// The bits of three or four octal digits; nil for another form.
    package static func bits(_ text: String) -> UInt16? {
        guard (3...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...55).contains($0) })
        else { return nil }
        return UInt16(text, radix: 8)
    }

    /// The bits as four octal digits.
    package static func text(_ bits: UInt16) -> String {
        let digits = String(bits, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
