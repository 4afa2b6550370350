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

    /// Removes what waited for longer than that, where this machine's clock shows `now`.
    ///
    /// A statement that is being taken says that it wants its files, and they stay.
    package func callAsFunction(
        unwantedFor age: Duration, at now: Instant
    ) async throws -> Outcome {
        let content = location.content
        try content.removeParts(before: content.moment(age, before: now))
        let outcome = try await clean(location.evidence, age, now)
        // What lies beside a ledger in a database is a cache, of which nobody is told.
        if location.database != nil { _ = try await clean(content, age, now) }
        return outcome
    }

    private func clean(
        _ store: any EvidenceStore, _ age: Duration, _ now: Instant
    ) async throws -> Outcome {
        try await store.removeCopies()
        let before = try await store.moment(age, before: now)
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
