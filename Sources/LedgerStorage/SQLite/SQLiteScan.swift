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
    /// That all of them belong to the root, and that none is missing at the end, is known when it
    /// returns, and an error where it is not so.
    func run(
        _ database: Database, _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> LedgerState {
        let extent = SQLiteExtent(database: database, location: location)
        let tree = try extent.tree()
        let size = try extent.size(at: point, of: tree.size)
        let newest = try SQLiteNewest(extent, tree)
        var proof = SQLiteProof(extent, of: tree)
        let cursor = try cursor(database, size, EntryRows.columns)
        var rows = EntryRows(location, isWhole: rollout == nil)
        var count = 0
        var last = 0
        while let row = try cursor.next() {
            count += 1
            guard let ordinal = Int.fromDatabaseValue(row[0]),
                let sequence = Int.fromDatabaseValue(row[1])
            else { throw LedgerError.damaged(location, nil, "a row has no readable sequence") }
            // A whole ledger is counted by its sequences, a rollout by its own numbers.
            guard ordinal == count, sequence > last else {
                throw LedgerError.damaged(location, rollout == nil ? count : nil, gap(count, last))
            }
            last = sequence
            try rows.entry(at: sequence, in: row, from: 2) { entry, bytes in
                try requireListed(entry, ordinal)
                try proof.add(sequence, entry.digest)
                try each(entry, bytes)
            }
        }
        guard rollout != nil || last == size else {
            throw LedgerError.damaged(location, last + 1, "it is missing")
        }
        try proof.advance(to: size)
        let judged = proof.reached
        if let next = try next(after: count, last, size, newest.entry, database) {
            try proof.add(next.sequence, next.digest)
        }
        guard try proof.leadsToRoot() else { throw try culprit(extent, tree, size) }
        return LedgerState(
            extent: judged, newest: newest.entry.map(LedgerState.Newest.init),
            warnings: size == tree.size ? newest.damage.map { [$0] } ?? [] : [],
            beyond: size == tree.size ? [] : newest.damage.map { [$0] } ?? [])
    }

    /// Whether an entry is the one that the list of the rollout says it is.
    private func requireListed(_ entry: Entry, _ ordinal: Int) throws {
        guard let rollout else { return }
        guard rollout.utf8.elementsEqual(entry.statement.rollout.id.utf8) else {
            throw LedgerError.damaged(
                location, entry.sequence,
                "it is about \(entry.statement.rollout.id), but listed for another rollout")
        }
        guard entry.ordinal == ordinal else {
            throw LedgerError.damaged(
                location, entry.sequence,
                "it is listed as number \(ordinal) of its rollout, but is number "
                    + "\(entry.ordinal)")
        }
    }

    /// The next entry of the rollout behind those that count; nil where there is none.
    ///
    /// The rollout has as many entries as the newest entry of the ledger says, so that one that is
    /// not among those that count has to come behind them.
    private func next(
        after count: Int, _ last: Int, _ size: Int, _ newest: Entry?, _ database: Database
    ) throws -> Entry? {
        guard let rollout else { return nil }
        let all = try SQLiteCounts(database: database, location: location)
            .count(of: rollout, newest: newest)
        guard count != all else { return nil }
        guard count < all else {
            throw LedgerError.damaged(
                location, nil, "it lists more entries of \(rollout) than there are")
        }
        let statement = try database.cachedStatement(
            sql: "SELECT sequence FROM rollout_entries WHERE rollout = ? AND ordinal = ?")
        guard
            let sequence = try Int.fetchOne(statement, arguments: [rollout, count + 1]),
            sequence > size
        else { throw LedgerError.damaged(location, nil, gap(count + 1, last)) }
        let next = try EntryRows.entry(at: sequence, in: database, location)
        try requireListed(next, count + 1)
        return next
    }

    /// Which entry it is that the root was not made of.
    private func culprit(
        _ extent: SQLiteExtent, _ tree: MerkleTree, _ size: Int
    ) throws -> LedgerError {
        let cursor = try cursor(extent.database, size, "digest")
        while let row = try cursor.next() {
            guard let sequence = Int.fromDatabaseValue(row[1]) else { break }
            // The subtree of two leaves that the entry is in.
            let right = sequence + sequence % 2
            guard right <= tree.size else { break }
            let pair = MerkleTree.node(
                try extent.subtree(at: right - 1, height: 0),
                try extent.subtree(at: right, height: 0))
            if try pair != extent.subtree(at: right, height: 1) {
                return .damaged(
                    location, sequence,
                    "it, or the entry beside it, is not the one that the ledger's root was made of")
            }
        }
        return .damaged(location, nil, "its root is not the root of its entries")
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

    private func gap(_ count: Int, _ last: Int) -> String {
        guard let rollout else { return "it is missing" }
        return "entry number \(count) of \(rollout), after entry \(last), is missing"
    }

    /// The number in the list, the sequence and some columns of each entry.
    private func cursor(
        _ database: Database, _ size: Int, _ columns: String
    ) throws -> RowCursor {
        guard let rollout else {
            return try Row.fetchCursor(
                database,
                sql: """
                    SELECT sequence, sequence, \(columns) FROM entries
                    WHERE sequence <= ? ORDER BY sequence
                    """, arguments: [size])
        }
        return try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, listed.sequence, \(columns)
                FROM rollout_entries AS listed
                LEFT JOIN entries ON entries.sequence = listed.sequence
                WHERE rollout = ? AND listed.sequence <= ? ORDER BY ordinal
                """, arguments: [rollout, size])
    }
}
