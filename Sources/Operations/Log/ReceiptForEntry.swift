package import Attestation
package import LedgerStorage
import Rollout

/// Makes the receipt of an entry: that it is in the log, for somebody who has nothing of the ledger.
package struct ReceiptForEntry: Sendable {
    private let location: LedgerLocation
    private let place: LogKeyPlace

    package init(_ location: LedgerLocation, _ place: LogKeyPlace) {
        self.location = location
        self.place = place
    }

    package func callAsFunction(_ sequence: Int) async throws -> TlogProof {
        let current = try await CurrentCheckpoint(location, place).required()
        let size = current.checkpoint.extent.size
        let ledger = location.ledger()
        let stored = try await ledger.entry(at: sequence)
        guard sequence <= size else {
            throw OperationFailure.log(.notSigned(sequence: sequence, size: size))
        }
        let inclusion = try await ledger.hashes { try $0.inclusion(of: sequence - 1, in: size) }
        try await ledger.close()
        let receipt = TlogProof(
            extra: stored.bytes, inclusion: inclusion, checkpoint: current.note)
        do throws(NoteError) {
            _ = try receipt.verified(stored.entry.digest, in: current.log)
        } catch {
            throw LedgerError(
                location,
                .damaged(LedgerDamage(sequence: sequence, reason: "it is not in the ledger's tree"))
            )
        }
        return receipt
    }
}
