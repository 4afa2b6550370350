package import Attestation
package import LedgerStorage
import Rollout

/// The log of a server in the files that stock tools mirror and check (c2sp.org/tlog-tiles).
package struct ServeLog: Sendable {
    let location: LedgerLocation
    let ledger: SQLiteLedger

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
