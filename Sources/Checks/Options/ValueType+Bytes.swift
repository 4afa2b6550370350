import CanonicalJSON
import Characters
import Fields

extension ValueType where Value == [UInt8] {
    /// No datagram carries more (RFC 768 over RFC 791).
    private static var longest: Int { 65_507 }

    /// Bytes as hexadecimal digits.
    static var hexadecimal: ValueType {
        .scalar(
            "bytes as pairs of hexadecimal digits, at most \(longest)",
            schema: ["type": ["string", "number"], "pattern": "^([0-9a-fA-F]{2})+$"]
        ) { text in
            Hexadecimal.bytes(text.lowercased()).flatMap {
                (1...longest).contains($0.count) ? $0 : nil
            }
        }
    }
}
