/// What a check has to see alike from every site that its step asks for.
package struct Parity: Hashable, Sendable {
    /// Names of facts, each compared as a whole; `certificates/issuer` is the issuer of each of them.
    package let facts: [String]
    /// The site that the others are held against; nil where they are held against each other.
    ///
    /// It is for the words of a report: to be the same as one is to be the same as all.
    package let reference: SiteID?

    /// Whether a fact is a measured time, which is another one each time.
    package static func isTime(_ name: String) -> Bool { name == "ms" || name.hasSuffix("-ms") }

    package init(facts: [String], reference: SiteID? = nil) {
        self.facts = facts
        self.reference = reference
    }
}
