import Files
package import Rollout

/// Writes a copy of a server's data that it can go on from, while the server runs.
///
/// The private key of the log is left out unless it is asked for: who has the backup reads
/// everything, and signs nothing. The key never changes, and one copy that is kept apart serves all backups.
package struct BackUpServer: Sendable {
    private let data: ServerData
    private let context: OperationContext

    package init(_ data: ServerData, _ context: OperationContext) {
        self.data = data
        self.context = context
    }

    /// What was written.
    package struct Outcome: Sendable {
        package let extent: LedgerExtent
        package let files: Int
        package let bytes: Int
        /// What an audit found that was so before, in sentences.
        package let remarks: [String]
    }

    /// Writes the folder, whole or not at all, and verifies it first.
    package func callAsFunction(to path: String, withKey: Bool) async throws -> Outcome {
        guard !Folder.holdsSomething(at: path) else { throw KeepingFailure.occupied(path: path) }
        // What was signed by now is in the ledger that is copied later.
        let key = withKey ? try NoteFile.read(data.keyPath) : nil
        let state = withKey ? try NoteFile.read(data.keyState) : nil
        let outcome = try await ServerCopying(source: data, context: context)(to: path) { copy in
            guard withKey else { return }
            guard let key else { throw KeepingFailure.keyWanted(path: data.path) }
            try NoteFile.write(key, to: copy.keyPath, permissions: 0o600)
            if let state { try NoteFile.write(state, to: copy.keyState, permissions: 0o600) }
        }
        return Outcome(
            extent: outcome.extent, files: outcome.files, bytes: outcome.bytes,
            remarks: outcome.remarks)
    }
}
