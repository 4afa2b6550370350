import Attestation
import LedgerStorage
import Rollout

/// The newest checkpoint that any of the servers of a database signed, which all of them hold the ledger
/// against.
struct SharedCheckpoint {
    private let location: LedgerLocation
    private let database: any LedgerDatabase

    /// Where it stands, for people.
    static let place = "what one of the servers signed, in the database"

    /// Nil where no database is shared.
    init?(_ location: LedgerLocation) {
        guard let database = location.database else { return nil }
        self.location = location
        self.database = database
    }

    /// Nil where nothing was signed; throws where the log did not sign what stands there.
    func newest(of log: NoteKey) async throws -> LogCheckpoint? {
        guard let bytes = try await database.signedNote(of: location) else { return nil }
        do throws(NoteError) {
            return try LogCheckpoint(note: SignedNote(bytes), log: log)
        } catch {
            throw OperationFailure.log(.unreadable(path: Self.place, error))
        }
    }

    func share(_ checkpoint: LogCheckpoint) async throws {
        try await database.share(
            checkpoint.note.bytes, size: checkpoint.checkpoint.extent.size, of: location)
    }
}
