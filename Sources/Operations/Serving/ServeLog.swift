package import Attestation
import Files
import Glibc
package import LedgerStorage
package import Rollout

/// The log of a server in the files that stock tools mirror and check (c2sp.org/tlog-tiles).
package struct ServeLog: Sendable {
    let location: LedgerLocation
    let ledger: any ServedLedger
    private let current: CurrentCheckpoint

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        ledger = location.servedLedger()
        current = CurrentCheckpoint(location, place)
    }

    /// The public key of the log, as `NAME+ID+KEY`.
    package func key() throws -> NoteKey { try LogFiles(location).requireLog() }

    /// Whether the log was given its key.
    package var hasKey: Bool { get throws { try LogFiles(location).log() != nil } }

    /// The newest signed checkpoint; nil where nothing was signed yet.
    ///
    /// Another server may have added to the same database, and was asked by somebody who comes here
    /// now: what it has acknowledged is in the checkpoint.
    package func checkpoint() async throws -> LogCheckpoint? {
        location.database == nil ? try published() : try await current()
    }

    private func published() throws -> LogCheckpoint? {
        let files = LogFiles(location)
        return try files.published(by: try files.requireLog())
    }

    /// When the newest checkpoint was written; nil where nothing was signed yet.
    package var checkpointWritten: Instant? {
        var status = stat()
        guard stat(LogFiles(location).checkpointPath, &status) == 0 else { return nil }
        return Instant(milliseconds: status.modifiedNanoseconds / 1_000_000)
    }

    /// A tile of hashes or a bundle of entries; nil where there is none of that name in what was signed.
    ///
    /// What is returned never changes.
    package func tile(_ path: String) async throws -> LogTile? {
        guard let name = LogTile.Name(path),
            try await isSigned(name)
        else { return nil }
        let first = name.index * LogTile.width
        switch name.kind {
        case .entries:
            let entries = try await ledger.bytes(of: (first + 1)...(first + name.width))
            guard entries.count == name.width else { return nil }
            return LogTile(bundle: name.index, entries)
        case .level(let level):
            let height = level * LogTile.height
            let hashes = try await ledger.subtrees(
                endingAt: (1...name.width).map { (first + $0) << height }, height: height)
            return LogTile(level: level, index: name.index, hashes)
        }
    }

    /// Whether a tile is within what was signed, by this server or, where it is not, by now.
    private func isSigned(_ name: LogTile.Name) async throws -> Bool {
        if let size = try published()?.checkpoint.extent.size, name.isWithin(size) { return true }
        guard location.database != nil, let size = try await checkpoint()?.checkpoint.extent.size
        else { return false }
        return name.isWithin(size)
    }
}
