import Attestation
import GRDB
import Rollout

/// The end of a ledger, which the next entry follows.
struct SQLiteHead {
    /// The tree over all entries.
    var tree: MerkleTree
    /// When the newest entry was recorded; nil where there is none.
    var newest: Instant?

    /// Reads the end of the ledger, and verifies the newest entry unless this program wrote it.
    ///
    /// Nothing is added behind an entry that is damaged. The caller holds a transaction.
    init(_ database: Database, _ location: LedgerLocation, known: SQLiteHead?) throws {
        tree = try MerkleTree.stored(in: database, location)
        // The same peaks are the same entries.
        if let known, known.tree == tree {
            self = known
            return
        }
        let state = try SQLiteExtent(database: database, location: location).state(at: .everything)
        if let damage = state.warnings.first { throw LedgerError(location, .damaged(damage)) }
        newest =
            tree.size == 0
            ? nil : try EntryRows.entry(at: tree.size, in: database, location).recordedAt
    }
}
