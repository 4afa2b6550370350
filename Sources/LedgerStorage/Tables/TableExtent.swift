package import Attestation
package import Rollout

/// Finds out how much of a ledger there is, and how much of it a reading is about, from a few rows.
package struct TableExtent {
    let tables: any LedgerTables

    package init(tables: any LedgerTables) { self.tables = tables }

    var location: LedgerLocation { tables.location }

    /// How much there is, as the log says; no entry is looked at.
    package func told() throws -> LedgerExtent { try MerkleTree.stored(in: tables).extent }

    /// The tree over all entries; the last of them is there, and none after it.
    package func tree() throws -> MerkleTree {
        let tree = try MerkleTree.stored(in: tables)
        let last = try tables.lastSequence()
        guard last == tree.size else {
            let has = "the ledger has \(Self.count(tree.size))"
            throw LedgerError.damaged(
                location, min(last, tree.size) + 1,
                last < tree.size ? "it is missing; \(has)" : "it is there, but \(has)")
        }
        return tree
    }

    /// A number of entries in words.
    static func count(_ size: Int) -> String { size == 1 ? "1 entry" : "\(size) entries" }

    /// The number of entries that a point stands for.
    func size(at point: ReadingPoint, of all: Int) throws -> Int {
        switch point {
        case .everything: return all
        case .entries(let wanted):
            guard (0...all).contains(wanted) else {
                throw LedgerError(location, .fewerEntries(wanted: wanted, size: all))
            }
            return wanted
        case .instant(let instant):
            let size = try size(at: instant, of: all)
            // The times that were searched are those of columns; the two that matter are held
            // against what the entries say.
            for sequence in [size, size + 1] where sequence >= 1 && sequence <= all {
                _ = try EntryRows.entry(at: sequence, in: tables)
            }
            return size
        }
    }

    /// The greatest sequence whose time is not after an instant.
    ///
    /// Times run backwards only where a correction follows an entry that was ahead.
    private func size(at instant: Instant, of all: Int) throws -> Int {
        let restarts = try tables.restarts().filter { $0 <= all }
        var end = all
        for start in ([1] + restarts).reversed() where start <= end {
            let size = try size(at: instant, from: start, to: end)
            if size >= start { return size }
            end = start - 1
        }
        return 0
    }

    /// The same among entries whose times never run backwards; one less than the first where all
    /// are later.
    private func size(at instant: Instant, from start: Int, to end: Int) throws -> Int {
        func isBy(_ sequence: Int) throws -> Bool { try time(at: sequence) <= instant }
        guard try !isBy(end) else { return end }
        // The entry at `low` is by then, the one at `high` is not.
        var low = start - 1
        var high = end
        while high - low > 1 {
            let middle = (low + high) / 2
            if try isBy(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// The time that an entry is found by; its bytes are not looked at.
    func time(at sequence: Int) throws -> Instant {
        guard let time = try tables.time(at: sequence) else {
            throw LedgerError.damaged(location, sequence, "it is missing")
        }
        return Instant(milliseconds: time)
    }

    /// The tree as it was at an earlier size, by the hashes that were stored.
    func tree(ofSize size: Int) throws -> MerkleTree {
        var tree = MerkleTree()
        try extend(&tree, to: size)
        return tree
    }

    /// Makes a tree larger by the hashes that were stored of what lies between.
    ///
    func extend(_ tree: inout MerkleTree, to size: Int) throws {
        let parts = MerkleTree.subtrees(from: tree.size, to: size)
        guard !parts.isEmpty else { return }
        var rows = try tables.hashes(at: parts.map(\.leaf))[...]
        for part in parts {
            guard let row = rows.popFirst(), row.sequence == part.leaf else {
                throw LedgerError.damaged(location, part.leaf, "it is missing")
            }
            tree.append(try hash(in: row, height: part.height), height: part.height)
        }
    }

    /// Whether the digests that are stored with all entries lead to the root of a tree.
    ///
    /// It reads a row of every entry, and is for a ledger that nothing else proves any more.
    func leadsToRoot(of whole: MerkleTree) throws -> Bool {
        var tree = MerkleTree()
        try tables.digests { row in
            guard row.sequence == tree.size + 1 else { return false }
            tree.append(try hash(in: row, height: 0), height: 0)
            return true
        }
        return tree == whole
    }

    /// The hash of the complete subtree of a height that ends with an entry, as it was stored.
    func subtree(at sequence: Int, height: Int) throws -> ContentDigest {
        guard let row = try tables.hashes(at: [sequence]).first else {
            throw LedgerError.damaged(location, sequence, "it is missing")
        }
        return try hash(in: row, height: height)
    }

    /// The hash of the subtree of a height that an entry completes; its own for a height of 0.
    func hash(in row: HashRow, height: Int) throws(LedgerError) -> ContentDigest {
        if height == 0, let digest = row.digest { return digest }
        if height > 0, let subtrees = row.subtrees, subtrees.count >= height {
            return subtrees[height - 1]
        }
        throw LedgerError.damaged(location, row.sequence, "it lacks hashes of the ledger's tree")
    }
}
