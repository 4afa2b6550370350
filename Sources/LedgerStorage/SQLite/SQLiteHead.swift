import Attestation
import Foundation
import GRDB
import Rollout

/// The end of a ledger, which the next entry follows.
struct SQLiteHead {
    /// The tree over all entries.
    var tree: MerkleTree
    /// When the newest entry was recorded; nil where there is none.
    var newest: Instant?
    /// The number of entries of each rollout that was asked for, by the bytes of its id: two
    /// spellings of one id are two rollouts.
    var counts: [Data: Int] = [:]

    /// Reads the end of the ledger; the first time, with nothing known, the newest entry is verified.
    ///
    /// Nothing is added behind an entry that is damaged; those that other programs add meanwhile
    /// were verified by them. The caller holds a transaction.
    init(_ database: Database, _ location: LedgerLocation, known: SQLiteHead?) throws {
        tree = try MerkleTree.stored(in: database, location)
        // The same peaks are the same entries.
        if let known {
            if known.tree == tree {
                newest = known.newest
                counts = known.counts
            } else {
                newest = try Self.time(ofEntryAt: tree.size, in: database, location)
            }
            return
        }
        let state = try SQLiteExtent(database: database, location: location).state(at: .everything)
        if let damage = state.warnings.first { throw LedgerError(location, .damaged(damage)) }
        newest =
            tree.size == 0
            ? nil : try EntryRows.entry(at: tree.size, in: database, location).recordedAt
    }

    private static func time(
        ofEntryAt sequence: Int, in database: Database, _ location: LedgerLocation
    ) throws -> Instant {
        let statement = try database.cachedStatement(
            sql: "SELECT recorded_at FROM entries WHERE sequence = ?")
        guard let time = try Int64.fetchOne(statement, arguments: [sequence]) else {
            throw LedgerError.damaged(location, sequence, "it is missing")
        }
        return Instant(milliseconds: time)
    }
}
