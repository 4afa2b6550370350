import Files
import LedgerStorage
import Operations

/// Whether a statement could be recorded now, found out at most every few seconds.
actor LedgerHealth {
    private let folder: DataFolder
    private let ledger: any ServedLedger
    private var known: (at: ContinuousClock.Instant, failure: String?)?

    private static let lasts = Duration.seconds(5)
    /// As much as the largest statement takes.
    private static let probe = [UInt8](repeating: 0x2E, count: 1 << 16)

    init(_ folder: DataFolder) {
        self.folder = folder
        ledger =
            folder.database == nil
            // Waiting for its turn longer than that is trouble enough.
            ? SQLiteLedger(folder.location, busyTimeout: .seconds(3))
            : folder.location.servedLedger()
    }

    /// Why nothing could be recorded; nil where it could.
    func failure() async -> String? {
        if let known, known.at.duration(to: .now) < Self.lasts { return known.failure }
        let failure = await look()
        known = (.now, failure)
        return failure
    }

    private func look() async -> String? {
        do {
            // A database sees with each connection that it takes writes.
            if let file = ledger as? SQLiteLedger {
                try await file.requireAppendable()
            } else {
                try await ledger.start()
            }
            // A full disk shows only to who writes.
            let path = "\(folder.path)/.health"
            try WholeFile.write(Self.probe, to: path, permissions: 0o600)
            try OpenFolder(path: folder.path).remove(".health")
            return nil
        } catch let failure as FileFailure {
            return "\(folder.path) cannot be written: \(failure.reason)"
        } catch {
            try? await ledger.close()
            return "\(error)"
        }
    }
}
