import Attestation
package import LedgerStorage
import Rollout

/// The newest checkpoint that a witness signed as well, beside the ledger.
///
/// The log goes on while witnesses look, so that it may be an older one than what the log signed last.
package struct WitnessedCheckpoint: Sendable {
    private let files: LogFiles

    package init(_ location: LedgerLocation) { files = LogFiles(location) }

    private var path: String { "\(files.location.file).witnessed" }

    /// Nil where no witness signed yet.
    package func newest() throws -> LogCheckpoint? {
        try NoteFile.checkpoint(path, of: try files.requireLog())
    }

    /// Keeps a note whose signatures were verified, and adds them to what the log signed last where they
    /// are over the same text.
    func keep(_ note: SignedNote, of log: NoteKey) async throws {
        let publication = try await NoteFile.lock(files.keyPath)
        defer { withExtendedLifetime(publication) {} }
        let given = try LogCheckpoint(note: note, log: log)
        if let published = try files.published(by: log), published.note.text == note.text {
            let whole = Self.together(published.note, note)
            if whole != published.note { try files.publish(whole) }
        }
        let kept = try newest()
        guard kept?.checkpoint.extent.size ?? 0 <= given.checkpoint.extent.size else { return }
        let whole = kept?.note.text == note.text ? Self.together(kept?.note ?? note, note) : note
        try NoteFile.write(whole.bytes, to: path, permissions: 0o644)
    }

    /// One note with the signatures of both; of a witness that signed twice the newer one alone.
    private static func together(_ old: SignedNote, _ new: SignedNote) -> SignedNote {
        let names = Set(new.signatures.map { "\($0.name)+\($0.id)" })
        let others = old.signatures.filter { !names.contains("\($0.name)+\($0.id)") }
        return others.reduce(new) { $0.adding($1) }
    }
}
