import Attestation
import LedgerStorage

/// What is kept of a log beside its ledger, for every reader: the public key and the newest signed
/// checkpoint.
struct LogFiles: Sendable {
    let location: LedgerLocation

    init(_ location: LedgerLocation) {
        self.location = location
    }

    var keyPath: String { "\(location.file).vkey" }
    var checkpointPath: String { "\(location.file).checkpoint" }

    /// The key of the log; nil where the ledger was never given one.
    func log() throws(OperationFailure) -> NoteKey? {
        guard let bytes = try NoteFile.read(keyPath) else { return nil }
        do throws(NoteError) {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            guard lines.count == 1 else { throw NoteError.keyForm }
            return try NoteKey(String(lines[0]))
        } catch {
            throw .log(.unreadable(path: keyPath, error))
        }
    }

    /// The same, where nothing can be done without it.
    func requireLog() throws(OperationFailure) -> NoteKey {
        guard let log = try log() else { throw .log(.noLog(location)) }
        return log
    }

    /// The newest signed checkpoint; nil where nothing was signed yet.
    func published(by log: NoteKey) throws(OperationFailure) -> LogCheckpoint? {
        try NoteFile.checkpoint(checkpointPath, of: log)
    }

    func publish(_ note: SignedNote) throws(OperationFailure) {
        try NoteFile.write(note.bytes, to: checkpointPath, permissions: 0o644)
    }
}
