package import Rollout

/// A statement that is to become an entry.
package struct Draft: Hashable, Sendable {
    package let statement: Statement
    /// The signature over the statement's canonical bytes, armoured; nil where there is none.
    ///
    /// A statement that is signed is stored as it is: what is too large for an entry has to be kept
    /// beside the ledger before it is signed.
    package let signature: String?

    package init(_ statement: Statement, signature: String? = nil) {
        self.statement = statement
        self.signature = signature
    }
}
