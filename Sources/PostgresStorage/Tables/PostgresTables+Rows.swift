import LedgerStorage
import Rollout

extension PostgresTables {
    /// How many rows are asked for at once, so that the memory does not grow with the ledger.
    private static let page = 256
    /// The same for rows of hashes alone.
    private static let hashPage = 4096

    func entries(
        in sequences: ClosedRange<Int>, _ each: (_ sequence: Int, EntryRow) throws -> Bool
    ) throws {
        var next = sequences.lowerBound
        while next <= sequences.upperBound {
            let rows = try connection.ask(
                """
                SELECT sequence, recorded_at, digest, subtrees, bytes FROM entries
                WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence LIMIT \(Self.page)
                """, [.integer(next), .integer(sequences.upperBound)])
            for row in 0..<rows.count {
                let sequence = rows.integer(row, 0) ?? 0
                guard try each(sequence, Self.entry(rows, row, from: 1)) else { return }
                next = sequence + 1
            }
            guard rows.count == Self.page, next > sequences.lowerBound else { return }
        }
    }

    func entries(of rollout: String, _ each: (ListedRow) throws -> Void) throws {
        var last = 0
        while true {
            let rows = try connection.ask(
                """
                SELECT l.ordinal, l.sequence, e.recorded_at, e.digest, e.subtrees, e.bytes
                FROM rollout_entries l LEFT JOIN entries e ON e.sequence = l.sequence
                WHERE l.rollout = $1 AND l.ordinal > $2 ORDER BY l.ordinal LIMIT \(Self.page)
                """, [.text(rollout), .integer(last)])
            for row in 0..<rows.count {
                let ordinal = rows.integer(row, 0)
                try each(
                    ListedRow(
                        ordinal: ordinal, sequence: rows.integer(row, 1),
                        entry: Self.entry(rows, row, from: 2)))
                last = ordinal ?? last
            }
            guard rows.count == Self.page else { return }
        }
    }

    func hashes(at sequences: [Int]) throws -> [HashRow] {
        guard !sequences.isEmpty else { return [] }
        let rows = try connection.ask(
            """
            SELECT sequence, digest, subtrees FROM entries WHERE sequence = ANY ($1)
            ORDER BY sequence
            """, [.integers(sequences)])
        return (0..<rows.count).map { Self.hashes(rows, $0) }
    }

    func digests(_ each: (HashRow) throws -> Bool) throws {
        var last = 0
        while true {
            let rows = try connection.ask(
                """
                SELECT sequence, digest, subtrees FROM entries WHERE sequence > $1
                ORDER BY sequence LIMIT \(Self.hashPage)
                """, [.integer(last)])
            for row in 0..<rows.count {
                let hashes = Self.hashes(rows, row)
                guard try each(hashes) else { return }
                last = hashes.sequence
            }
            guard rows.count == Self.hashPage else { return }
        }
    }

    private static func hashes(_ rows: PostgresResult, _ row: Int) -> HashRow {
        HashRow(
            sequence: rows.integer(row, 0) ?? 0,
            digest: rows.bytes(row, 1).flatMap { ContentDigest(raw: $0) },
            subtrees: DigestBlob.digests(rows.bytes(row, 2)))
    }

    /// The entry that a row holds from a column on, as long as the rows are there.
    private static func entry(
        _ rows: PostgresResult, _ row: Int, from column: Int
    ) -> EntryRow {
        let recordedAt: EntryRow.Column<Int64>
        if let value = rows.integer(row, column) {
            recordedAt = .value(Int64(value))
        } else {
            recordedAt = rows.bytes(row, column) == nil ? .absent : .unreadable
        }
        return EntryRow(
            recordedAt: recordedAt,
            digest: rows.bytes(row, column + 1).flatMap { ContentDigest(raw: $0) },
            subtrees: rows.bytes(row, column + 2),
            bytes: rows.bytes(row, column + 3)?.bindMemory(to: UInt8.self))
    }
}
