import Foundation
import GRDB
import Rollout

extension SQLiteTables {
    /// The columns that a row of an entry is read from, in their order, behind those of a caller.
    private static let columns = "recorded_at, digest, subtrees, bytes"

    func entries(
        in sequences: ClosedRange<Int>, _ each: (_ sequence: Int, EntryRow) throws -> Bool
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT sequence, \(Self.columns) FROM entries
                WHERE sequence BETWEEN ? AND ? ORDER BY sequence
                """)
        let cursor = try Row.fetchCursor(
            statement, arguments: [sequences.lowerBound, sequences.upperBound])
        while let row = try cursor.next() {
            let sequence = Int.fromDatabaseValue(row[0]) ?? 0
            guard try Self.entry(in: row, from: 1, { try each(sequence, $0) }) else { return }
        }
    }

    func entries(of rollout: String, _ each: (ListedRow) throws -> Void) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT ordinal, listed.sequence, \(Self.columns)
                FROM rollout_entries AS listed
                LEFT JOIN entries ON entries.sequence = listed.sequence
                WHERE rollout = ? ORDER BY ordinal
                """)
        let cursor = try Row.fetchCursor(statement, arguments: [rollout])
        while let row = try cursor.next() {
            try Self.entry(in: row, from: 2) { entry in
                try each(
                    ListedRow(
                        ordinal: Int.fromDatabaseValue(row[0]),
                        sequence: Int.fromDatabaseValue(row[1]), entry: entry))
            }
        }
    }

    func hashes(at sequences: [Int]) throws -> [HashRow] {
        guard !sequences.isEmpty else { return [] }
        let marks = Array(repeating: "?", count: sequences.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: """
                SELECT sequence, digest, subtrees FROM entries WHERE sequence IN (\(marks))
                ORDER BY sequence
                """)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(sequences))
        var rows: [HashRow] = []
        while let row = try cursor.next() { rows.append(try Self.hashes(in: row)) }
        return rows
    }

    func digests(_ each: (HashRow) throws -> Bool) throws {
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT sequence, digest, subtrees FROM entries ORDER BY sequence")
        while let row = try cursor.next() {
            guard try each(Self.hashes(in: row)) else { return }
        }
    }

    private static func hashes(in row: Row) throws -> HashRow {
        HashRow(
            sequence: Int.fromDatabaseValue(row[0]) ?? 0,
            digest: try digest(in: row, 1),
            subtrees: try row.withUnsafeData(atIndex: 2) { data in
                data.flatMap { data in data.withUnsafeBytes { DigestBlob.digests($0) } }
            })
    }

    private static func digest(in row: Row, _ column: Int) throws -> ContentDigest? {
        try row.withUnsafeData(atIndex: column) { data in
            data.flatMap { bytes in bytes.withUnsafeBytes { ContentDigest(raw: $0) } }
        }
    }

    /// Hands over the entry that a row holds from a column on.
    private static func entry<Value>(
        in row: Row, from column: Int, _ use: (EntryRow) throws -> Value
    ) throws -> Value {
        let recordedAt: EntryRow.Column<Int64>
        if let value = Int64.fromDatabaseValue(row[column]) {
            recordedAt = .value(value)
        } else {
            // A row that an index names and the table does not have comes as nothing.
            recordedAt = (row[column] as DatabaseValue).isNull ? .absent : .unreadable
        }
        let digest = try digest(in: row, column + 1)
        return try row.withUnsafeData(atIndex: column + 2) { subtrees in
            try row.withUnsafeData(atIndex: column + 3) { bytes in
                try withBytes(of: subtrees) { subtrees in
                    try withBytes(of: bytes) { bytes in
                        try use(
                            EntryRow(
                                recordedAt: recordedAt, digest: digest, subtrees: subtrees,
                                bytes: bytes?.bindMemory(to: UInt8.self)))
                    }
                }
            }
        }
    }

    private static func withBytes<Value>(
        of data: Data?, _ use: (UnsafeRawBufferPointer?) throws -> Value
    ) throws -> Value {
        guard let data else { return try use(nil) }
        return try data.withUnsafeBytes { try use($0) }
    }
}
