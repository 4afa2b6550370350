package import Attestation
import LedgerStorage
package import Rollout

extension ServeLog {
    /// An entry of what was signed last, with the proof that it is there; nil where there is none.
    package func receipt(_ sequence: Int) async throws -> (entry: Entry, receipt: TlogProof)? {
        guard let signed = try await checkpoint() else { return nil }
        let size = signed.checkpoint.extent.size
        guard sequence >= 1, sequence <= size else { return nil }
        let stored = try await ledger.entry(at: sequence)
        let inclusion = try await ledger.hashes { try $0.inclusion(of: sequence - 1, in: size) }
        let receipt = TlogProof(
            extra: stored.bytes, inclusion: inclusion, checkpoint: signed.note)
        _ = try receipt.verified(stored.entry.digest, in: signed.log)
        let signers = try await ReadSigners.read(location)
        let entry = stored.entry.authenticated(signers.authentication(of: stored.entry))
        return (entry, receipt)
    }
}
