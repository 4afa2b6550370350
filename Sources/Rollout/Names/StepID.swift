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

    // By its parts, so that comparing two ids never puts their texts together.

    package static func == (left: StepID, right: StepID) -> Bool {
        left.family.isSame(as: right.family) && left.hasSameValue(as: right)
    }

    private func hasSameValue(as other: StepID) -> Bool {
        switch (value, other.value) {
        case (nil, nil): return true
        case (let own?, let their?): return own.isSame(as: their)
        default: return false
        }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(family)
        hasher.combine(value)
    }

    package var text: String { value.map { "\(family)/\($0)" } ?? family }

    /// The family, which as a reference names every step that a `for-each` made from it.
    package var root: StepID { StepID(family: family) }

    /// What references may name it by: itself, and its family where that is another name.
    package var references: [StepID] { value == nil ? [self] : [self, root] }

    /// Whether a reference to this id names the other step: itself, or its whole family.
    package func names(_ step: StepID) -> Bool {
        self == step || value == nil && step.root == self
    }
}
