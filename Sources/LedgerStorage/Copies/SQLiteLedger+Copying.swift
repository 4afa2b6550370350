package import Attestation
import GRDB
import Rollout

extension SQLiteLedger {
    /// Stores entries exactly as another ledger made them, all of them or none.
    ///
    /// Throws where this ledger would have made other bytes of their statements, so that a copy is what
    /// its source is, or is not at all. That they lead to a root that was signed is for the caller to
    /// know before.
    package func adopt(_ entries: [[UInt8]]) async throws {
        guard !entries.isEmpty else { return }
        try await writing { writer throws(LedgerError) in try writer.adopt(entries) }
    }

    /// The tree over the entries that are stored.
    package func tree() async throws -> MerkleTree {
        try await hashes { hashes in
            var tree = MerkleTree()
            for part in MerkleTree.subtrees(from: 0, to: hashes.size) {
                tree.append(
                    try hashes.subtree(endingAt: part.leaf, height: part.height),
                    height: part.height)
            }
            return tree
        }
    }

    /// The exact bytes of the entries from one number up to another one, each held against its digest.
    package func bytes(of sequences: ClosedRange<Int>) async throws -> [[UInt8]] {
        try await read { [location] database in
            try EntryRows.bytes(of: sequences, in: SQLiteTables(database, location))
        } ?? []
    }
}
