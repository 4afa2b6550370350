import Attestation
import Foundation
import GRDB
import Rollout

/// Reads a whole database once, and holds everything in it against everything else.
struct SQLiteVerification {
    private let database: Database
    private let location: LedgerLocation
    private let report: (LedgerDamage) -> Void
    private var rows: EntryRows
    private var tree = MerkleTree()
    /// False once an entry is missing or unreadable: the hashes behind it cannot be made.
    private var isWhole = true
    /// The number that the last entry of each rollout is listed under.
    private var ordinals: [Data: Int] = [:]
    /// How many entries are missing or damaged, whose rollout is not known.
    private var unknown = 0
    private var texts = 0

    init(
        _ database: Database, _ location: LedgerLocation,
        _ report: @escaping (LedgerDamage) -> Void
    ) {
        self.database = database
        self.location = location
        self.report = report
        rows = EntryRows(location)
    }

    /// Returns the extent that the stored entries have.
    mutating func run() throws -> LedgerExtent {
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT sequence, subtrees, \(EntryRows.columns) FROM entries ORDER BY sequence")
        var last = 0
        while let row = try cursor.next() {
            let sequence = Int.fromDatabaseValue(row[0]) ?? 0
            if sequence != last + 1 {
                isWhole = false
                unknown += sequence - last - 1
                report(
                    LedgerDamage(
                        sequence: last + 1,
                        reason: sequence == last + 2
                            ? "it is missing" : "it and those up to \(sequence - 1) are missing"))
            }
            last = sequence
            try check(row, sequence)
        }
        try checkLog(last)
        try checkCount("rollout_entries", ordinals.values.reduce(0, +))
        try checkCount("texts", texts)
        return LedgerExtent(size: last, root: tree.root)
    }

    private mutating func check(_ row: Row, _ sequence: Int) throws {
        let digest = try row.withUnsafeData(atIndex: 3) { data in
            data.flatMap { bytes in bytes.withUnsafeBytes { ContentDigest(raw: $0) } }
        }
        do {
            let entry = try rows.entry(at: sequence, in: row, from: 2) { entry, _ in entry }
            try checkLists(entry)
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            unknown += 1
            report(damage)
        }
        guard let digest else {
            isWhole = false
            return
        }
        let subtrees = tree.append(digest)
        if isWhole, DigestBlob.digests(Data.fromDatabaseValue(row[1])) != subtrees {
            report(
                LedgerDamage(
                    sequence: sequence, reason: "its hashes of the ledger's tree are other ones"))
        }
    }

    /// Whether the tables that find an entry find it.
    private mutating func checkLists(_ entry: Entry) throws {
        let rollout = Data(entry.statement.rollout.id.utf8)
        let last = ordinals[rollout] ?? 0
        // The next place, or behind those of entries that cannot be read.
        let place = try Int.fetchOne(
            try database.cachedStatement(
                sql: """
                    SELECT ordinal FROM rollout_entries
                    WHERE rollout = ? AND ordinal BETWEEN ? AND ? AND sequence = ?
                    """),
            arguments: [
                entry.statement.rollout.id, last + 1, last + 1 + unknown, entry.sequence,
            ])
        ordinals[rollout] = place ?? last + 1
        if place == nil {
            report(
                LedgerDamage(
                    sequence: entry.sequence,
                    reason: "it is not listed in its place for its rollout"))
        }
        guard let key = TextKey(entry.statement) else { return }
        texts += 1
        let found = try Int.fetchOne(
            try database.cachedStatement(
                sql: """
                    SELECT sequence FROM texts WHERE digest = ? AND rollout = ? AND place = ?
                    """), arguments: key.arguments)
        if found != entry.sequence {
            report(
                LedgerDamage(
                    sequence: entry.sequence, reason: "its text is not found by its digest"))
        }
    }

    private func checkLog(_ last: Int) throws {
        do {
            let stored = try MerkleTree.stored(in: database, location)
            guard stored.size == last else {
                let sequence = min(stored.size, last) + 1
                report(
                    LedgerDamage(
                        sequence: sequence,
                        reason: stored.size > last
                            ? "it is missing; the ledger has \(stored.size) entries"
                            : "it is there, but the ledger has \(stored.size) entries"))
                return
            }
            if isWhole, stored != tree {
                report(
                    LedgerDamage(sequence: nil, reason: "its root is not the root of its entries"))
            }
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            report(damage)
        }
    }

    /// Each entry was found in the table, so that one row more is one that has no entry.
    private func checkCount(_ table: String, _ count: Int) throws {
        let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        if rows > count + unknown {
            report(
                LedgerDamage(
                    sequence: nil,
                    reason: "the table \(table) lists \(rows - count - unknown) more than there are"
                ))
        }
    }
}
