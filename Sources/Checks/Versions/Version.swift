/// A version, and the rules by which it is compared.
package struct Version: Hashable, Sendable {
    package let text: String
    package let rules: VersionRules

    /// Nil where the rules do not take the text for a version.
    package init?(_ text: String, _ rules: VersionRules) {
        guard rules.take(text) else { return nil }
        self.text = text
        self.rules = rules
    }

    /// How it stands to another version of the same rules; nil where the rules differ.
    package func order(to other: Version) -> Order? {
        rules == other.rules ? rules.order(text, other.text) : nil
    }
}
