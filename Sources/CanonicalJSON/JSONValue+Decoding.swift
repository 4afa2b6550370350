/// Numbers are whole, and keys are compared as Swift compares strings.
extension JSONValue: JSONReadable {
    /// How deep arrays and objects may nest; a limit, because each level takes room on the stack.
    static let deepest = 128
    /// The greatest whole number that every JSON reader holds exactly (RFC 8785 section 3.2.2.3).
    static let greatest: Int64 = 9_007_199_254_740_991

    package static var takesFractions: Bool { false }

    package static func text(_ value: String) -> JSONValue { .string(value) }

    package static func number(
        _ digits: ArraySlice<UInt8>, isWhole: Bool, at offset: Int
    ) throws(JSONSyntaxError) -> JSONValue {
        guard isWhole else {
            throw JSONSyntaxError(
                offset: offset,
                reason: "only whole numbers are read; write another one as a string",
                .unreadable)
        }
        guard digits.count <= 17, let number = Int64(String(decoding: digits, as: UTF8.self)),
            abs(number) <= greatest
        else {
            throw JSONSyntaxError(
                offset: offset, reason: "the number is beyond ±\(greatest); write it as a string",
                .unreadable)
        }
        return .integer(number)
    }

    package static func add(
        _ key: String, _ value: JSONValue, to members: inout [String: JSONValue]
    ) -> Bool {
        members.updateValue(value, forKey: key) == nil
    }
}
