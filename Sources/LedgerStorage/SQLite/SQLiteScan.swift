import Attestation
import Foundation
import GRDB
import Rollout

/// Goes through the entries of a rollout, or all entries, row by row.
struct SQLiteScan {
    let location: LedgerLocation
    /// Nil for all rollouts.
    let rollout: String?
    let point: ReadingPoint

    /// Hands over each entry with its bytes, which last as long as the call.
    ///
    /// That all of them belong to the root, and that none is missing, is known when it returns, and
    /// an error where it is not so.
    func run(
        _ database: Database, _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> LedgerState {
        let extent = SQLiteExtent(database: database, location: location)
        let whole = try extent.tree()
        let size = try extent.size(at: point, of: whole.size)
        let newest = try SQLiteNewest(extent, whole)
        var tree: MerkleTree
        if let rollout {
            let scan = SQLiteRolloutScan(extent: extent, rollout: rollout, size: size)
            try scan.run(whole, newest.entry, each)
            tree = try extent.tree(ofSize: size)
        } else {
            tree = try scanAll(database, size, each)
        }
        let judged = tree.extent
        try extent.extend(&tree, to: whole.size)
        guard tree == whole else {
            throw try SQLiteCulprit(extent: extent, rollout: rollout).error(
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
        _ database: Database, _ size: Int,
        _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> MerkleTree {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT sequence, \(EntryRows.columns) FROM entries
                WHERE sequence <= ? ORDER BY sequence
                """, arguments: [size])
        var rows = EntryRows(location, isWhole: true)
        var tree = MerkleTree()
        while let row = try cursor.next() {
            let sequence = tree.size + 1
            guard Int.fromDatabaseValue(row[0]) == sequence else { break }
            try rows.entry(at: sequence, in: row, from: 1) { entry, bytes in
                tree.append(entry.digest, height: 0)
                try each(entry, bytes)
            }
        }
        guard tree.size == size else {
            throw LedgerError.damaged(location, tree.size + 1, "it is missing")
        }
        return tree
    }

    /// As many entries as there may be, for an array to make room for; not verified.
    func most(_ database: Database) throws -> Int {
        let count =
            rollout == nil
            ? try Int.fetchOne(database, sql: "SELECT size FROM log")
            : try Int.fetchOne(
                database, sql: "SELECT max(ordinal) FROM rollout_entries WHERE rollout = ?",
                arguments: [rollout])
        // What a damaged file says must not fill the memory.
        return min(max(count ?? 0, 0), 1_000_000)
    }
}
