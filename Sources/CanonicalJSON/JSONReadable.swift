/// What JSON text can be read into.
package protocol JSONReadable {
    /// The members of an object while it is read.
    associatedtype Members: JSONMembers

    static var null: Self { get }
    /// Whether a number may have a fraction or an exponent.
    static var takesFractions: Bool { get }

    static func boolean(_ value: Bool) -> Self
    static func text(_ value: String) -> Self
    static func array(_ items: [Self]) -> Self
    static func object(_ members: Members) -> Self

    /// A number, from its text with its sign; it is whole where nothing that belongs to it follows
    /// its whole part.
    static func number(
        _ digits: ArraySlice<UInt8>, isWhole: Bool, at offset: Int
    ) throws(JSONSyntaxError) -> Self

    /// Adds a member; false where the object has one of the key already.
    static func add(_ key: String, _ value: Self, to members: inout Members) -> Bool
}

/// What the members of an object are collected in.
package protocol JSONMembers {
    init()
}

extension Dictionary: JSONMembers {}

extension JSONReadable {
    /// Reads JSON text strictly; throws for what is not JSON, and for a key that occurs twice.
    package init(jsonBytes: [UInt8]) throws(JSONSyntaxError) {
        var reader = JSONReader<Self>(jsonBytes)
        self = try reader.document()
    }
}
