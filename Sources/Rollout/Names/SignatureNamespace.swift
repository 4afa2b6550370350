/// What a signature is for: it is signed with the statement, so that a signature for one purpose
/// counts for no other.
package struct SignatureNamespace: Name {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Of the statements that people and machines sign, in the form of this version.
    package static let statement: SignatureNamespace = "statement-v1@readiness"
    /// Of what a new passkey signs to show that its owner has it.
    package static let enrolment: SignatureNamespace = "enrolment-v1@readiness"
    /// Of what a passkey signs to let its owner read; nothing is said with it.
    package static let signIn: SignatureNamespace = "sign-in-v1@readiness"
}
