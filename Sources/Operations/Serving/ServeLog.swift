package import Attestation
import Files
import Glibc
package import LedgerStorage
package import Rollout

/// The log of a server in the files that stock tools mirror and check (c2sp.org/tlog-tiles).
package struct ServeLog: Sendable {
    private let location: LedgerLocation
    private let ledger: SQLiteLedger

    package init(_ location: LedgerLocation) {
        self.location = location
        ledger = SQLiteLedger(location)
    }

    /// The public key of the log, as `NAME+ID+KEY`.
    package func key() throws -> NoteKey { try LogFiles(location).requireLog() }

    /// Whether the log was given its key.
    package var hasKey: Bool { get throws { try LogFiles(location).log() != nil } }

    /// The newest signed checkpoint; nil where nothing was signed yet.
    package func checkpoint() throws -> LogCheckpoint? {
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
            let size = try checkpoint()?.checkpoint.extent.size, name.isWithin(size)
        else { return nil }
        let first = name.index * LogTile.width
        switch name.kind {
        case .entries:
            let entries = try await ledger.bytes(of: (first + 1)...(first + name.width))
            guard entries.count == name.width else { return nil }
            return LogTile(bundle: name.index, entries)
        case .level(let level):
            let height = level * LogTile.height
            let hashes = try await ledger.hashes { hashes in
                try (1...name.width).map {
                    try hashes.subtree(endingAt: (first + $0) << height, height: height)
                }
            }
            return LogTile(level: level, index: name.index, hashes)
        }
    }
}
