package import Rollout

/// How a statement gets its signature.
package enum SigningMethod: Hashable, Sendable {
    /// With the first key that the agent or git offers and that the list of signers on record has for
    /// the principal. Without one not at all, unless the checklist counts signed statements alone.
    case usual
    /// Not at all, whatever keys are at hand.
    case unsigned
    /// With the key of this file, or the one of the agent whose public key it holds.
    case key(path: String)
    /// Elsewhere: the statement is written to a file, and nothing is recorded.
    case elsewhere(statement: String)
    /// It was signed elsewhere: the file of the statement, and that of its signature.
    case signed(statement: String, signature: String)
    /// In a browser: the statement is shown there, and nothing is recorded.
    case shown
    /// It was shown in a browser and signed there.
    case shownAndSigned(Statement, signature: String)
}

/// A statement that would count is to be shown to whom it is for; nothing was recorded.
package struct StatementShown: Error {
    package let statement: Statement
}

/// A statement was written to a file in order to be signed elsewhere; nothing was recorded.
package struct StatementWritten: Error {
    package let path: String
    /// The command that signs it, without the key.
    package let command: [String]
}
