/// The id of a step: `FAMILY`, or `FAMILY/VALUE` for one that a `for-each` made.
package struct StepID: Name {
    /// The id as the checklist writes it, before `for-each`.
    package let family: String
    /// The value of the `for-each`; nil where there is none.
    package let value: String?

    package init(family: String, value: String? = nil) {
        self.family = family
        self.value = value
    }

    /// Splits the text at its first slash.
    package init(_ text: String) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            self.init(family: text)
            return
        }
        self.init(
            family: String(text[..<slash]), value: String(text[text.index(after: slash)...]))
    }

    package var text: String { value.map { "\(family)/\($0)" } ?? family }

    /// The family, which as a reference names every step that a `for-each` made from it.
    package var root: StepID { StepID(family: family) }

    /// Whether a reference to this id names the other step: itself, or its whole family.
    package func names(_ step: StepID) -> Bool {
        self == step || value == nil && step.root == self
    }
}
