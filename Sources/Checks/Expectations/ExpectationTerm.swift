/// One thing that is asked of a value.
package indirect enum ExpectationTerm: Hashable, Sendable {
    /// It is this as a whole; of a list that is no JSON, whatever the order.
    case equals(TypedValue)
    case oneOf([TypedValue])
    /// A text has it as a part, a list as an entry.
    case contains(TypedValue)
    case lacks(TypedValue)
    case startsWith(String)
    case endsWith(String)
    case matches(TextPattern)
    /// `minimum` and `maximum`; at least one of them is there.
    case bounds(minimum: TypedValue?, maximum: TypedValue?)
    /// A version is within all of these.
    case constraint(VersionConstraint)
    /// The permission bits of a file are these or fewer.
    case atMost(UInt16)
    /// An address, or every address of a list, is in one of these.
    case within([AddressRange])
    /// Of a text its characters, of a list its entries, of an object its keys.
    case length(ValueExpectation)
    /// An object has the key.
    case has(String)
    /// Every entry of a list fits, and there is one.
    case all(ValueExpectation)
    /// At least one entry of a list fits.
    case any(ValueExpectation)
    /// No entry of a list fits.
    case none(ValueExpectation)
    /// What JSON has at some places.
    case json(JSONExpectation)
}
