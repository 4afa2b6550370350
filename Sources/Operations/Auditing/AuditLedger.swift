package import LedgerStorage
package import Rollout
import Synchronization

/// Goes through a whole ledger once and holds everything against everything else.
package struct AuditLedger: Sendable {
    private let location: LedgerLocation

    package init(_ location: LedgerLocation) {
        self.location = location
    }

    /// What an audit came to.
    package struct Outcome: Sendable {
        /// The extent that the stored entries have.
        package let extent: LedgerExtent
        package let findings: [AuditFinding]
    }

    /// Nothing found means that the ledger, and what is kept beside it, is as it was recorded.
    ///
    /// Progress is told on a thread of the ledger after each entry: how many were read, and how many
    /// there are, 0 where that is not known.
    package func callAsFunction(
        progress: @escaping @Sendable (_ read: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        let findings = Mutex<[AuditFinding]>([])
        let files = Mutex(KeptFiles())
        let ledger = location.ledger()
        let extent = try await ledger.verify(
            { damage in
                findings.withLock {
                    $0.append(
                        AuditFinding(
                            entry: damage.sequence, rule: .ledger(damage.rule),
                            detail: damage.reason))
                }
            },
            each: { entry, expected in
                files.withLock { $0.add(entry) }
                progress(entry.sequence, expected)
            })
        try await ledger.close()
        let damages = files.withLock { $0 }.damages(in: location.content)
        return Outcome(
            extent: extent,
            findings: findings.withLock { $0 }
                + damages.map {
                    AuditFinding(entry: $0.entry, rule: .content, detail: $0.detail)
                })
    }
}
