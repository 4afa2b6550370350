import Attestation
import Files
package import LedgerStorage
import Rollout
import Synchronization

/// Writes a log in the files that stock tools mirror and check (c2sp.org/tlog-tiles).
package struct ExportTiles: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    /// Writes what the folder does not hold yet, and the checkpoint last: a reader who begins with
    /// the checkpoint finds every tile of it, whenever the export was interrupted.
    ///
    /// A file that is there is never replaced by another one, but for the checkpoint.
    package func callAsFunction(into folder: String) async throws -> LogCheckpoint {
        let current = try await CurrentCheckpoint(location, place).required()
        let extent = current.checkpoint.extent
        let ledger = location.ledger()
        let checkpointPath = "\(folder)/checkpoint"
        let earlier = try earlier(checkpointPath, folder, current.log)
        try await ledger.hashes { [location] hashes in
            do {
                try ForkGuard(location).require(earlier, at: checkpointPath, in: hashes)
            } catch is OperationFailure {
                throw OperationFailure.log(.otherTiles(path: folder))
            }
        }
        let tiles = Mutex(LogTiles())
        _ = try await ledger.entries(of: nil, asOf: .entries(extent.size)) { stored in
            for tile in tiles.withLock({ $0.add(stored.bytes, stored.entry.digest) }) {
                try Self.write(tile, into: folder)
            }
        }
        try await ledger.close()
        let finished = tiles.withLock { $0 }
        guard finished.tree.extent == extent else {
            throw LedgerError(
                location,
                .damaged(
                    LedgerDamage(sequence: nil, reason: "its entries do not lead to its checkpoint")
                )
            )
        }
        for tile in finished.partial { try Self.write(tile, into: folder) }
        try NoteFile.write(current.note.bytes, to: checkpointPath, permissions: 0o644)
        return current
    }

    /// The checkpoint that the folder has; nil where it is new or empty.
    private func earlier(
        _ path: String, _ folder: String, _ log: NoteKey
    ) throws(OperationFailure) -> LogCheckpoint? {
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o755)
        } catch {
            throw .log(.file(path: folder, error))
        }
        do throws(OperationFailure) {
            return try NoteFile.checkpoint(path, of: log)
        } catch .log(.unreadable) {
            throw .log(.otherTiles(path: folder))
        }
    }

    private static func write(_ tile: LogTile, into folder: String) throws(OperationFailure) {
        let path = "\(folder)/\(tile.path)"
        if Folder.holdsSomething(at: path) {
            let present = try NoteFile.read(path, limit: tile.bytes.count)
            guard present == tile.bytes else { throw .log(.otherTiles(path: path)) }
            return
        }
        do throws(FileFailure) {
            try Folder.make(NoteFile.parent(of: path), permissions: 0o755)
        } catch {
            throw .log(.file(path: path, error))
        }
        try NoteFile.write(tile.bytes, to: path, permissions: 0o644)
    }
}
