package import Attestation
package import Rollout

/// The hashes of the tree as tables have them, each row read once.
package struct TableHashes {
    private let size: Int
    private let extent: TableExtent
    private let known: Known

    /// Keeps the rows that were read, which proofs of one tree share.
    private final class Known {
        var rows: [Int: HashRow] = [:]
    }

    /// Those that every root of the whole tree needs are read at once.
    package init(_ tables: any LedgerTables, _ size: Int) throws {
        self.size = size
        extent = TableExtent(tables: tables)
        known = Known()
        let leaves = MerkleTree.subtrees(from: 0, to: size).map(\.leaf)
        for row in try tables.hashes(at: leaves) { known.rows[row.sequence] = row }
    }

    /// The hashes of the complete subtrees of a height that end with some leaves.
    package func subtrees(endingAt leaves: [Int], height: Int) throws -> [ContentDigest] {
        for row in try extent.tables.hashes(at: leaves) { known.rows[row.sequence] = row }
        let hashes = hashes
        return try leaves.map { try hashes.subtree(endingAt: $0, height: height) }
    }

    /// They last as long as the transaction of the tables.
    package var hashes: TreeHashes {
        TreeHashes(size: size) { [extent, known] leaf, height in
            if let row = known.rows[leaf] { return try extent.hash(in: row, height: height) }
            guard let row = try extent.tables.hashes(at: [leaf]).first else {
                throw LedgerError.damaged(extent.location, leaf, "it is missing")
            }
            known.rows[leaf] = row
            return try extent.hash(in: row, height: height)
        }
    }
}
