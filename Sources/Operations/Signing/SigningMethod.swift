/// How a statement gets its signature.
package enum SigningMethod: Hashable, Sendable {
    /// With the key that the agent or git offers, where the checklist counts signed statements
    /// alone; else not at all.
    case usual
    /// With the key of this file, or the one of the agent whose public key it holds.
    case key(path: String)
    /// Elsewhere: the statement is written to a file, and nothing is recorded.
    case elsewhere(statement: String)
    /// It was signed elsewhere: the file of the statement, and that of its signature.
    case signed(statement: String, signature: String)
}

/// A statement was written to a file in order to be signed elsewhere; nothing was recorded.
package struct StatementWritten: Error {
    package let path: String
    /// The command that signs it, without the key.
    package let command: [String]
}
