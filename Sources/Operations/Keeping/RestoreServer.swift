package import Attestation
import Files
import LedgerStorage
package import Rollout

/// Brings a server's data back from a backup, and never so that its log gets two histories.
package struct RestoreServer: Sendable {
    private let backup: ServerData
    private let context: OperationContext

    package init(_ backup: ServerData, _ context: OperationContext) {
        self.backup = backup
        self.context = context
    }

    /// How it is known that the log may go on from the backup.
    package enum Continuation: Sendable {
        /// It begins with the newest checkpoints that could be had.
        case newest([NewestCheckpoint])
        /// The operator says that nothing was signed after it.
        case nothingNewer
        /// Its log ends here; the entries go on in a new log, under a new name and key.
        case newLog(String)
    }

    /// What was brought back.
    package struct Outcome: Sendable {
        package let extent: LedgerExtent
        /// The public key of the log.
        package let key: NoteKey
        /// What an audit found that was so before, in sentences.
        package let remarks: [String]
    }

    /// Fills a folder that is empty or not there, whole or not at all.
    ///
    /// The private key of the log is that of `keyFile`; nil takes the one of the backup.
    package func callAsFunction(
        to data: ServerData, keyFile: String?, _ continuation: Continuation
    ) async throws -> Outcome {
        if case .newest(let checkpoints) = continuation, checkpoints.isEmpty {
            throw KeepingFailure.newestWanted
        }
        if Folder.holdsSomething(at: data.path) {
            let names: [String]
            do throws(FileFailure) {
                names = try OpenFolder(path: data.path).names(most: 1)
            } catch {
                throw KeepingFailure.file(path: data.path, error)
            }
            guard names.isEmpty else { throw KeepingFailure.notEmpty(path: data.path) }
        }
        let outcome = try await ServerCopying(source: backup, context: context)(to: data.path) {
            switch continuation {
            case .newLog(let name): try await begin(name, in: $0)
            case .newest(let checkpoints): try await go(on: $0, keyFile, checkpoints)
            case .nothingNewer: try await go(on: $0, keyFile, [])
            }
        }
        return Outcome(
            extent: outcome.extent, key: try LogFiles(data.location).requireLog(),
            remarks: outcome.remarks)
    }

    /// Gives the copy its key, and holds it against all that the key is known to have signed.
    private func go(
        on copy: ServerData, _ keyFile: String?, _ others: [NewestCheckpoint]
    ) async throws {
        let source = keyFile ?? backup.keyPath
        guard let key = try NoteFile.read(source) else {
            throw KeepingFailure.keyWanted(path: backup.path)
        }
        let files = LogFiles(copy.location)
        let log = try files.requireLog()
        var signed: [(checkpoint: LogCheckpoint, place: String)] = []
        for path in Set([SignCheckpoint.statePath(source), backup.keyState, files.checkpointPath]) {
            if let one = try NoteFile.checkpoint(path, of: log) { signed.append((one, path)) }
        }
        for one in others { signed.append((try one.checkpoint(of: log), one.place)) }
        let known = signed
        let guardian = ForkGuard(copy.location)
        let ledger = copy.location.ledger()
        try await ledger.hashes { hashes in
            for (checkpoint, place) in known {
                do {
                    try guardian.require(checkpoint, at: place, in: hashes)
                } catch OperationFailure.log(.forked(_, let signed, let place, let size)) {
                    throw KeepingFailure.older(has: size, signed: signed.size, place: place)
                }
            }
        }
        try await ledger.close()
        try NoteFile.write(key, to: copy.keyPath, permissions: 0o600)
        if let newest = known.max(by: {
            $0.checkpoint.checkpoint.extent.size < $1.checkpoint.checkpoint.extent.size
        }) {
            try NoteFile.write(
                newest.checkpoint.note.bytes, to: copy.keyState, permissions: 0o600)
        }
        // Throws for a key that is another log's, and signs what the copy has.
        _ = try await SignCheckpoint(copy.location, copy.logKey)()
    }

    /// Ends the log of the copy, and begins another one with the same entries.
    private func begin(_ name: String, in copy: ServerData) async throws {
        let files = LogFiles(copy.location)
        let log = try files.requireLog()
        let names = try [log.name] + copy.formerLogs.all().map(\.key.name)
        guard !names.contains(name) else { throw KeepingFailure.sameName(name) }
        try copy.formerLogs.add(log, files)
        _ = try MakeLogKey(copy.location, copy.logKey)(name)
        _ = try await SignCheckpoint(copy.location, copy.logKey)()
    }
}
