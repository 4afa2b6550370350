import Files
import LedgerStorage
import Operations
import PostgresStorage

/// Whether a statement could be recorded now, found out at most every few seconds.
actor LedgerHealth {
    private let folder: DataFolder
    private let ledger: SQLiteLedger
    /// The look that is under way, whose answer all get who ask meanwhile.
    private var looking: Task<String?, Never>?
    private var known: (at: ContinuousClock.Instant, failure: String?)?

    private static let lasts = Duration.seconds(5)
    /// As much as the largest statement takes.
    private static let probe = [UInt8](repeating: 0x2E, count: 1 << 16)

    init(_ folder: DataFolder) {
        self.folder = folder
        // Waiting for its turn longer than that is trouble enough.
        ledger = SQLiteLedger(folder.location, busyTimeout: .seconds(3))
    }

    /// Why nothing could be recorded; nil where it could.
    func failure() async -> String? {
        if let known, known.at.duration(to: .now) < Self.lasts { return known.failure }
        if let looking { return await looking.value }
        // A task, because whoever asked first may hang up, and others wait for the answer.
        let task = Task { await look() }
        looking = task
        let failure = await task.value
        known = (.now, failure)
        looking = nil
        return failure
    }

    private func look() async -> String? {
        do {
            if let database = folder.database {
                try await database.requireAppendable(at: folder.location)
            } else {
                try await ledger.requireAppendable()
            }
            // A full disk shows only to who writes.
            let path = "\(folder.path)/.health"
            try WholeFile.write(Self.probe, to: path, permissions: 0o600)
            try OpenFolder(path: folder.path).remove(".health")
            _ = try folder.location.content.upload()
            return nil
        } catch let failure as FileFailure {
            return "\(folder.path) cannot be written: \(failure.reason)"
        } catch {
            if folder.database == nil { try? await ledger.close() }
            return "\(error)"
        }
    }
}
