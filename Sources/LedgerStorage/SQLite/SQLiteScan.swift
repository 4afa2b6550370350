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
    func run(
        _ database: Database, _ each: (Entry, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws -> LedgerState {
        let state = try SQLiteExtent(database: database, location: location).state(at: point)
        let cursor = try cursor(database, size: state.extent.size)
        var rows = EntryRows(location)
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
                guard
                    rollout.map({ $0.utf8.elementsEqual(entry.statement.rollout.id.utf8) }) ?? true
                else {
                    throw LedgerError.damaged(
                        location, sequence,
                        "it is about \(entry.statement.rollout.id), but listed for another rollout")
                }
                try each(entry, bytes)
            }
        }
        guard rollout != nil || last == state.extent.size else {
            throw LedgerError.damaged(location, last + 1, "it is missing")
        }
        return LedgerState(extent: state.extent, warnings: try outside(state, last, database))
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

    private func cursor(_ database: Database, size: Int) throws -> RowCursor {
        guard let rollout else {
            return try Row.fetchCursor(
                database,
                sql: """
                    SELECT sequence, sequence, \(EntryRows.columns) FROM entries
                    WHERE sequence <= ? ORDER BY sequence
                    """, arguments: [size])
        }
        return try Row.fetchCursor(
            database,
            sql: """
                SELECT ordinal, listed.sequence, \(EntryRows.columns)
                FROM rollout_entries AS listed
                LEFT JOIN entries ON entries.sequence = listed.sequence
                WHERE rollout = ? AND listed.sequence <= ? ORDER BY ordinal
                """, arguments: [rollout, size])
    }

    /// The warnings that stand, once the rollout's own entries are known.
    ///
    /// A newest entry that says it is of the rollout must have been among them.
    private func outside(
        _ state: LedgerState, _ last: Int, _ database: Database
    ) throws -> [LedgerDamage] {
        let size = state.extent.size
        guard let rollout, state.warnings.isEmpty, last < size else { return state.warnings }
        let newest: Entry
        do {
            newest = try EntryRows.entry(at: size, in: database, location)
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            return [damage]
        }
        guard !rollout.utf8.elementsEqual(newest.statement.rollout.id.utf8) else {
            throw LedgerError.damaged(location, size, "it is not listed for its rollout")
        }
        return []
    }
}
