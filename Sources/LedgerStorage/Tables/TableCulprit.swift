import Attestation
import Rollout

/// Finds out which entry it is that the root was not made of, where something does not fit.
struct TableCulprit {
    let extent: TableExtent
    /// Nil for all rollouts.
    let rollout: String?

    /// What is wrong; in the words given where no one entry is at fault.
    func error(of tree: MerkleTree, else reason: String) throws -> LedgerError {
        for sequence in try extent.tables.sequences(listedFor: rollout) {
            guard sequence >= 1, sequence <= tree.size else { break }
            // The subtree of two leaves that the entry is in.
            let right = sequence + sequence % 2
            guard right <= tree.size else { break }
            let pair = MerkleTree.node(
                try extent.subtree(at: right - 1, height: 0),
                try extent.subtree(at: right, height: 0))
            if try pair != extent.subtree(at: right, height: 1) {
                return .damaged(
                    extent.location, sequence,
                    "it, or the entry beside it, is not the one that the ledger's root was made of")
            }
        }
        return .damaged(extent.location, nil, reason)
    }
}
