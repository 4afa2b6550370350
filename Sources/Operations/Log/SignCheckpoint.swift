import Attestation
package import LedgerStorage
import Rollout

/// Signs how much of a ledger there is, for its log.
///
/// What was signed last is kept beside the private key as well as beside the ledger: a ledger that is
/// brought back from a copy, with all that lies beside it, is not signed a second time. Servers that share
/// a database share what they signed as well.
package struct SignCheckpoint: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    /// The file that the newest signature of a private key is kept in.
    static func statePath(_ keyPath: String) -> String { "\(keyPath).checkpoint" }

    /// The checkpoint of the ledger as it is now; the one before where nothing was added since.
    ///
    /// It is handed out after it is on durable storage.
    package func callAsFunction() async throws -> LogCheckpoint {
        let files = LogFiles(location)
        let log = try files.requireLog()
        let path = place.path(for: log.name)
        guard let key = try key(path, log) else {
            throw OperationFailure.log(.noKey(path: path, name: log.name))
        }
        let turn = try await NoteFile.lock(path)
        let publication = try await NoteFile.lock(files.keyPath)
        defer { withExtendedLifetime((turn, publication)) {} }
        let state = Self.statePath(path)
        let kept = try NoteFile.checkpoint(state, of: log)
        let published = try files.published(by: log)
        // Read before the ledger, which therefore holds at least that.
        let sharing = SharedCheckpoint(location)
        let shared = try await sharing?.newest(of: log)
        let guardian = ForkGuard(location)
        let ledger = location.ledger()
        let extent = try await ledger.hashes { hashes in
            try guardian.require(kept, at: state, in: hashes)
            try guardian.require(published, at: files.checkpointPath, in: hashes)
            try guardian.require(shared, at: SharedCheckpoint.place, in: hashes)
            return try hashes.extent(at: hashes.size)
        }
        try await ledger.close()
        try await location.database?.confirm(extent, of: location)
        let newest =
            try published.flatMap { $0.checkpoint.extent == extent ? $0 : nil }
            ?? LogCheckpoint(note: key.sign(extent), log: log)
        if kept?.checkpoint.extent != extent {
            try NoteFile.write(newest.note.bytes, to: state, permissions: 0o600)
        }
        if shared?.checkpoint.extent != extent { try await sharing?.share(newest) }
        if newest.note != published?.note { try files.publish(newest.note) }
        return newest
    }

    /// Throws where the ledger does not begin with what was signed, so that nothing is added to such a
    /// one.
    func requireUnforked() async throws {
        let files = LogFiles(location)
        let log = try files.requireLog()
        let state = Self.statePath(place.path(for: log.name))
        let kept = try NoteFile.checkpoint(state, of: log)
        let published = try files.published(by: log)
        let shared = try await SharedCheckpoint(location)?.newest(of: log)
        let guardian = ForkGuard(location)
        let ledger = location.ledger()
        try await ledger.hashes { hashes in
            try guardian.require(kept, at: state, in: hashes)
            try guardian.require(published, at: files.checkpointPath, in: hashes)
            try guardian.require(shared, at: SharedCheckpoint.place, in: hashes)
        }
        try await ledger.close()
    }

    /// Whether the private key is here.
    func hasKey(of log: NoteKey) throws(OperationFailure) -> Bool {
        try logKey(of: log) != nil
    }

    /// The private key; nil where it is not here.
    func logKey(of log: NoteKey) throws(OperationFailure) -> LogKey? {
        try key(place.path(for: log.name), log)
    }

    private func key(_ path: String, _ log: NoteKey) throws(OperationFailure) -> LogKey? {
        guard let file = try PrivateKeyFile.read(path) else { return nil }
        guard file.key == log else {
            throw .log(.otherKey(path: path, name: file.key.name, ledger: location))
        }
        do throws(NoteError) {
            return try LogKey(file)
        } catch {
            throw .log(.unreadable(path: path, error))
        }
    }
}
