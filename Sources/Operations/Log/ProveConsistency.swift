package import Attestation
package import LedgerStorage
import Rollout

/// Proves that what is signed of a ledger now begins with what there was at an earlier size.
package struct ProveConsistency: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    package func callAsFunction(
        since old: Int
    ) async throws -> (proof: ConsistencyProof, checkpoint: LogCheckpoint) {
        let current = try await CurrentCheckpoint(location, place).required()
        let size = current.checkpoint.extent.size
        guard (0...size).contains(old) else {
            throw LedgerError(location, .fewerEntries(wanted: old, size: size))
        }
        let ledger = location.ledger()
        let proof = try await ledger.hashes { try $0.consistency(from: old, to: size) }
        try await ledger.close()
        return (proof, current)
    }
}
