import Attestation
package import Rollout

/// Goes through the entries of a rollout, or all entries, row by row, in one transaction.
package struct TableScan {
    private let extent: TableExtent
    /// The tree over all entries.
    let whole: MerkleTree
    /// How many entries count.
    private let size: Int
    private let newest: TableNewest
    /// What the scans of all rollouts are held against; damage there is told after that of entries.
    private let chains: Result<RolloutChains, any Error>
    private let tree: Result<MerkleTree, any Error>

    private var location: LedgerLocation { extent.location }

    package init(_ tables: any LedgerTables, _ point: ReadingPoint) throws {
        let extent = TableExtent(tables: tables)
        let whole = try extent.tree()
        let size = try extent.size(at: point, of: whole.size)
        let newest = try TableNewest(extent, whole)
        self.extent = extent
        self.whole = whole
        self.size = size
        self.newest = newest
        chains = Result {
            try TableChains(tables: tables).hashes(provedBy: newest.entry)
        }
        tree = Result { try extent.tree(ofSize: size) }
    }

    /// Hands over each entry with its bytes, which last as long as the call; nil stands for all
    /// rollouts.
    ///
    /// That all of them belong to the root, and that none is missing, is known when it returns, and
    /// an error where it is not so.
    package func run(
        _ rollout: String?, _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> LedgerState {
        var tree: MerkleTree
        if let rollout {
            let scan = TableRolloutScan(extent: extent, rollout: rollout, size: size)
            try scan.run(whole, newest.entry, chains, each)
            tree = try self.tree.get()
        } else {
            tree = try scanAll(each)
        }
        let judged = tree.extent
        try extent.extend(&tree, to: whole.size)
        guard tree == whole else {
            throw try TableCulprit(extent: extent, rollout: rollout).error(
                of: whole, else: "its root is not the root of its entries")
        }
        let damages = newest.damage.map { [$0] } ?? []
        let isPast = size < whole.size
        return LedgerState(
            extent: judged, newest: newest.entry.map(LedgerState.Newest.init),
            warnings: isPast ? [] : damages, beyond: isPast ? damages : [])
    }

    /// Hands over the first entries of all, and returns the tree over them.
    private func scanAll(
        _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> MerkleTree {
        var rows = EntryRows(location, isWhole: true)
        var tree = MerkleTree()
        if size > 0 {
            try extent.tables.entries(in: 1...size) { found, row in
                let sequence = tree.size + 1
                guard found == sequence else { return false }
                try rows.entry(at: sequence, in: row) { entry, bytes in
                    tree.append(entry.digest, height: 0)
                    try each(entry, bytes)
                }
                return true
            }
        }
        guard tree.size == size else {
            throw LedgerError.damaged(location, tree.size + 1, "it is missing")
        }
        return tree
    }

    /// The entries of a rollout, or for nil all entries.
    package func reading(of rollout: String?) throws -> LedgerReading {
        var entries: [Entry] = []
        entries.reserveCapacity(try most(rollout))
        let state = try run(rollout) { entry, _ in entries.append(entry) }
        return LedgerReading(entries: entries, state: state)
    }

    /// As many entries as there may be, for an array to make room for; not verified.
    private func most(_ rollout: String?) throws -> Int {
        guard let rollout else { return min(size, 1_000_000) }
        // What a damaged file says must not fill the memory.
        return min(max(try extent.tables.lastOrdinal(of: rollout), 0), 1_000_000)
    }
}
