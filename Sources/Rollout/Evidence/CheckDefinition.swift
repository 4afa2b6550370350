/// An automated check as a checklist asks for it; what it does is the business of its kind.
package struct CheckDefinition: Hashable, Sendable {
    /// The key that names the kind, such as `tls`.
    package let kind: String
    /// What is checked, in a few words, such as `outlook-cba.office365.com:443`.
    package let subject: String
    /// What the check leaves unverified on purpose.
    package let cautions: [Caution]
    /// What the sites of its step have to see alike; nil where nothing is compared.
    package let parity: Parity?

    package init(kind: String, subject: String, cautions: [Caution] = [], parity: Parity? = nil) {
        self.kind = kind
        self.subject = subject
        self.cautions = cautions
        self.parity = parity
    }
}
