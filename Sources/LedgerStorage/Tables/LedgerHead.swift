package import Attestation
package import Rollout

/// The end of a ledger, which the next entry follows.
package struct LedgerHead {
    /// The tree over all entries.
    package internal(set) var tree: MerkleTree
    /// When the newest entry was recorded; nil where there is none.
    package internal(set) var newest: LedgerState.Newest?
    /// The link that the rollout of the newest entry had before it; nil where it was not asked for.
    package internal(set) var previous: ContentDigest?
    /// The hashes over the chains of all rollouts.
    package internal(set) var chains: RolloutChains
    /// The rollouts of each bucket that was asked for.
    var buckets: [Int: RolloutBucket] = [:]

    /// Reads the end of the ledger; the first time, with nothing known, the newest entry is verified.
    ///
    /// Nothing is added behind an entry that is damaged; those that other programs add meanwhile
    /// were verified by them. The caller holds a transaction.
    package init(_ tables: any LedgerTables, known: LedgerHead?) throws {
        let tree = try MerkleTree.stored(in: tables)
        // The same peaks are the same entries.
        if let known, known.tree == tree {
            self = known
            return
        }
        self.tree = tree
        let stored = TableChains(tables: tables)
        chains = try stored.hashes()
        let extent = TableExtent(tables: tables)
        guard known == nil else {
            newest = LedgerState.Newest(tree.size, try extent.time(at: tree.size))
            return
        }
        let found = try TableNewest(extent, extent.tree())
        if let damage = found.damage { throw LedgerError(tables.location, .damaged(damage)) }
        if let entry = found.entry { try stored.require(chains, entry) }
        newest = found.entry.map(LedgerState.Newest.init)
    }
}
