package import Rollout
import Synchronization

/// A ledger in an SQLite database, which several programs may add to at once.
///
/// The file and its folder are created by the first append, readable by their owner only; a ledger
/// that does not exist reads as an empty one. SQLite blocks its thread, so all work is done on a
/// thread of the ledger's own and never on one that tasks share.
package final class SQLiteLedger: Ledger {
    /// How much later than `now` the newest record may be.
    package static let tolerance = Duration.seconds(300)

    private let path: String
    private let patience: Patience
    private let thread = BlockingThread()
    private let writer = Mutex<SQLiteWriter?>(nil)

    /// A ledger at a path; nothing is opened or created yet.
    ///
    /// `patience` is how long to wait for other programs that use the ledger.
    package init(path: String, patience: Duration = .seconds(30)) {
        self.path = path
        self.patience = Patience(duration: patience)
    }

    package func append(_ drafts: [RecordDraft], at now: Instant) async throws -> [Record] {
        guard !drafts.isEmpty else { return [] }
        return try await thread.run { [self] in
            let writer = try writer.withLock { open throws(LedgerError) in
                if let open { return open }
                let writer = try SQLiteWriter(path: path, patience: patience)
                open = writer
                return writer
            }
            return try writer.append(drafts, at: now)
        }
    }

    package func records(of checklist: String?) async throws -> [Record] {
        try await read { reader throws(LedgerError) in
            try reader.rows(of: checklist).map(\.record)
        }
    }

    package func lines(of checklist: String?) async throws -> [[UInt8]] {
        try await read { reader throws(LedgerError) in
            try reader.rows(of: checklist).map(\.bytes)
        }
    }

    package func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        try await read { reader throws(LedgerError) in
            try reader.rows(withDigestPrefix: digits).compactMap { StoredText($0.record) }
        }
    }

    package func close() async throws {
        try await thread.run { [self] in
            try writer.withLock { open throws(LedgerError) in
                try open?.close()
                open = nil
            }
        }
    }

    /// The value of a setting on the connection that appends; nil before the first append.
    package func setting(_ pragma: String) async throws -> Int? {
        try await thread.run { [self] in
            try writer.withLock { open throws(LedgerError) in try open?.setting(pragma) }
        }
    }

    /// Reads the ledger, or nothing where it does not exist.
    private func read<Value: Sendable>(
        _ work: @escaping @Sendable (SQLiteReader) throws(LedgerError) -> [Value]
    ) async throws -> [Value] {
        try await thread.run { [path, patience] in
            guard let reader = try SQLiteReader(path: path, patience: patience) else { return [] }
            return try reader.finishing(work)
        }
    }
}
