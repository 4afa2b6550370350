import Files
package import Rollout

extension LedgerLocation {
    /// The statement as the ledger stores it.
    ///
    /// Where it is too large for an entry, its facts or text are put beside the ledger now. Who signs
    /// it signs it so.
    package func kept(_ statement: Statement) throws -> Statement {
        guard statement.isTooLarge(statement.canonicalBytes),
            let beside = statement.withContentBeside
        else { return statement }
        try Folder.make(folder, permissions: 0o700)
        for bytes in beside.contents { _ = try content.put(bytes) }
        return beside.statement
    }
}

extension Statement {
    /// Whether what it holds itself has to be kept beside the ledger.
    func isTooLarge(_ bytes: [UInt8]) -> Bool {
        // Room for the longest sequence, ordinal and time, and a digest.
        inlineContentSize > Self.mostInlineBytes || bytes.count > Entry.mostBytes - 256
    }
}
