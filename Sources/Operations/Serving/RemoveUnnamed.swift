import Files
package import LedgerStorage
package import Rollout
import Synchronization

/// Removes evidence that was brought, and that no statement came to name.
package struct RemoveUnnamed: Sendable {
    private let location: LedgerLocation

    package init(_ location: LedgerLocation) { self.location = location }

    /// What was removed.
    package struct Outcome: Hashable, Sendable {
        package let files: Int
        package let bytes: Int
    }

    /// Removes what was brought before a moment.
    ///
    /// A statement that is being taken says that it wants its files, and they stay.
    package func callAsFunction(broughtBefore moment: Instant) async throws -> Outcome {
        let before = moment.milliseconds * 1_000_000
        try location.content.removeParts(before: before)
        guard location.database != nil else { return try await clean(location.content, before) }
        let outcome = try await clean(location.evidence, before)
        // What lies beside such a ledger is a cache, of which nobody is told.
        _ = try await clean(location.content, before)
        return outcome
    }

    private func clean(_ store: any EvidenceStore, _ before: Int64) async throws -> Outcome {
        // Listed before the ledger is read: what is named later was wanted later.
        let old = try await store.removable().filter { $0.broughtAt < before }
        guard !old.isEmpty else { return Outcome(files: 0, bytes: 0) }
        let named = Mutex<Set<ContentDigest>>([])
        let ledger = location.ledger()
        _ = try await ledger.entries(of: nil, asOf: .everything) { stored in
            let digests = stored.entry.statement.keptFiles.map(\.file.digest)
            named.withLock { $0.formUnion(digests) }
        }
        try await ledger.close()
        let wanted = named.withLock { $0 }
        var (files, bytes) = (0, 0)
        for file in old where !wanted.contains(file.digest) {
            guard try await store.remove(file.digest, unlessSince: before) else { continue }
            files += 1
            bytes += file.size
        }
        return Outcome(files: files, bytes: bytes)
    }
}
