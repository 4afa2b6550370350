import Attestation
import Rollout

/// The newest entry of a ledger, proved to be the one that the root was made of.
///
/// It is looked at in every reading: it is the one that can be cut off without a gap, and what it
/// says of all rollouts shows that nothing was left out of one.
struct TableNewest {
    /// Nil where there is none, or it is damaged.
    let entry: Entry?
    /// What is wrong with it; whose it is, its bytes may not say any more.
    let damage: LedgerDamage?

    init(_ extent: TableExtent, _ tree: MerkleTree) throws {
        guard tree.size > 0 else {
            entry = nil
            damage = nil
            return
        }
        do {
            let newest = try EntryRows.entry(at: tree.size, in: extent.tables)
            var hash = newest.digest
            for height in 0..<tree.size.trailingZeroBitCount {
                let left = try extent.subtree(at: tree.size - (1 << height), height: height)
                hash = MerkleTree.node(left, hash)
            }
            let isProved = hash == tree.peaks.last
            entry = isProved ? newest : nil
            damage =
                isProved
                ? nil
                : LedgerDamage(
                    sequence: newest.sequence,
                    reason: "it is not the entry that the ledger's root was made of")
        } catch let error as LedgerError {
            guard case .damaged(let found) = error.cause else { throw error }
            entry = nil
            damage = found
        }
    }
}
