/// A name that references are made by.
///
/// Two names are the same where their UTF-8 bytes are: `String` alone would also take texts for
/// equal that are only canonically equivalent.
package protocol Name: Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The name as it is written.
    var text: String { get }

    init(_ text: String)
}

extension Name {
    package init(stringLiteral value: String) { self.init(value) }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool {
        left.text.isSame(as: right.text)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
