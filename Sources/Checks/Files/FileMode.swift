import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The permission bits of a file as the checklist language writes them.
package enum FileMode {
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

    static var type: ValueType<UInt16> {
        .scalar(
            "three or four octal digits (0640)",
            schema: ["type": ["string", "number"], "pattern": "^[0-7]{3,4}$"]
        ) { bits($0) }
    }
}
