package import LedgerStorage
package import Rollout

/// Reads what a ledger holds.
package struct ReadLog: Sendable {
    private let location: LedgerLocation

    package init(_ location: LedgerLocation) {
        self.location = location
    }

    /// Every entry of a rollout, or of all, in the order of the ledger.
    ///
    /// - Parameters:
    ///   - rollout: The id of a checklist; nil for all.
    ///   - step: Only entries about this step, whatever it is called by now, or its family.
    ///   - each: Called on a thread of the ledger for one entry after the other.
    package func callAsFunction(
        of rollout: String?, step: StepID? = nil,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws {
        let ledger = location.ledger()
        _ = try await ledger.entries(of: rollout, asOf: .everything) { stored in
            if let step {
                guard let about = stored.entry.statement.step?.id, step.names(about) else {
                    return
                }
            }
            try each(stored)
        }
        try await ledger.close()
    }
}
