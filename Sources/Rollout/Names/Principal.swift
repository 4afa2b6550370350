import Characters

/// A person or account that acts, as the roles of a checklist name people: `nora@example.com`.
package struct Principal: Name {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// A name that somebody wrote, in its normal form; nil for one with blanks or with what people
    /// cannot see.
    package init?(written text: String) {
        let text = NormalForm.composed(text)
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(VisibleText.isNamePart) else {
            return nil
        }
        self.init(text)
    }
}
