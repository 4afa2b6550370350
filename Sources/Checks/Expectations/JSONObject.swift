package import CanonicalJSON

/// The members of a JSON object, whose keys are told apart by their bytes.
///
/// A dictionary of strings would take a key with a composed letter and one with the same letter in
/// two parts for one.
package struct JSONObject: Hashable, Sendable, JSONMembers, Sequence {
    private var members: [[UInt8]: TypedValue] = [:]

    package init() {}

    package init(_ values: [String: TypedValue]) {
        members = Dictionary(
            values.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    package var count: Int { members.count }

    package subscript(key: String) -> TypedValue? { members[Array(key.utf8)] }

    /// False where there is a member of the key already.
    package mutating func add(_ key: String, _ value: TypedValue) -> Bool {
        members.updateValue(value, forKey: Array(key.utf8)) == nil
    }

    /// The members in the order of their keys' bytes.
    package func makeIterator() -> some IteratorProtocol<(key: String, value: TypedValue)> {
        members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .lazy.map { (key: String(decoding: $0.key, as: UTF8.self), value: $0.value) }
            .makeIterator()
    }
}

extension TypedValue: JSONReadable {
    package static var takesFractions: Bool { true }

    package static func array(_ items: [TypedValue]) -> TypedValue { .list(items) }

    package static func number(
        _ digits: ArraySlice<UInt8>, isWhole: Bool, at offset: Int
    ) throws(JSONSyntaxError) -> TypedValue {
        guard let number = DecimalNumber(digits) else {
            throw JSONSyntaxError(
                offset: offset, reason: "the number is beyond what is read", .unreadable)
        }
        return .number(number)
    }

    package static func add(
        _ key: String, _ value: TypedValue, to members: inout JSONObject
    ) -> Bool {
        members.add(key, value)
    }
}
