/// What a signature is for: it is signed with the statement, so that a signature for one purpose
/// counts for no other.
package struct SignatureNamespace: Name {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Of the statements that people and machines sign, in the form of this version.
    package static let statement: SignatureNamespace = "statement-v1@readiness"
}
