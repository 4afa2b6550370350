import Attestation
import LedgerStorage
import Rollout

/// Holds a ledger against what its log signed before.
struct ForkGuard: Sendable {
    private let location: LedgerLocation

    init(_ location: LedgerLocation) {
        self.location = location
    }

    /// Throws where the ledger does not begin with what was signed; nil was never signed.
    func require(_ signed: LogCheckpoint?, at path: String, in hashes: TreeHashes) throws {
        guard let extent = signed?.checkpoint.extent else { return }
        let isBeginning =
            try extent.size <= hashes.size && hashes.extent(at: extent.size) == extent
        guard isBeginning else {
            throw OperationFailure.log(
                .forked(location, signed: extent, path: path, size: hashes.size))
        }
        // Hashes that were changed on the way from one root to the other contradict each other.
        _ = try hashes.consistency(from: extent.size, to: hashes.size)
    }
}
