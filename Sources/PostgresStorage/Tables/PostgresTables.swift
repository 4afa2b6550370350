import Attestation
import LedgerStorage
import Rollout

/// The tables of a ledger in a PostgreSQL database, as one transaction sees them.
struct PostgresTables: LedgerTables {
    let connection: PostgresConnection
    let location: LedgerLocation

    func error(_ error: any Error) -> LedgerError { LedgerError(error, location) }

    func log() throws -> LogRow? {
        let rows = try connection.ask("SELECT size, peaks, previous FROM log")
        guard rows.count == 1, let size = rows.integer(0, 0), let peaks = rows.bytes(0, 1) else {
            return nil
        }
        return LogRow(
            size: size, peaks: Array(peaks),
            previous: rows.bytes(0, 2).flatMap { ContentDigest(raw: $0) })
    }

    func lastSequence() throws -> Int {
        try connection.ask("SELECT coalesce(max(sequence), 0) FROM entries").integer(0, 0) ?? 0
    }

    /// The newest row of each bucket; one without a row has no rollouts yet.
    func bucketDigests() throws -> [ContentDigest] {
        let rows = try connection.ask(
            """
            SELECT (SELECT b.digest FROM buckets b WHERE b.bucket = n
                ORDER BY b.sequence DESC LIMIT 1)
            FROM generate_series(0, 255) AS n ORDER BY n
            """)
        let empty = RolloutBucket().digest
        return (0..<rows.count).compactMap { row in
            guard let bytes = rows.bytes(row, 0) else { return empty }
            return ContentDigest(raw: bytes)
        }
    }

    func rollouts(inBucket index: Int) throws -> [(rollout: [UInt8], chain: RolloutChain)]? {
        let rows = try connection.ask(
            """
            SELECT r.rollout, e.ordinal, e.link FROM rollouts r LEFT JOIN LATERAL (
                SELECT ordinal, link FROM rollout_entries l WHERE l.rollout = r.rollout
                ORDER BY ordinal DESC LIMIT 1) e ON true
            WHERE r.bucket = $1
            """, [.integer(index)])
        var found: [(rollout: [UInt8], chain: RolloutChain)] = []
        for row in 0..<rows.count {
            guard let rollout = rows.bytes(row, 0), let count = rows.integer(row, 1),
                let link = rows.bytes(row, 2).flatMap({ ContentDigest(raw: $0) })
            else { return nil }
            found.append((Array(rollout), RolloutChain(count: count, link: link)))
        }
        return found
    }

    func restarts() throws -> [Int] {
        try integers(connection.ask("SELECT sequence FROM restarts ORDER BY sequence"))
    }

    func time(at sequence: Int) throws -> Int64? {
        let rows = try connection.ask(
            "SELECT recorded_at FROM entries WHERE sequence = $1", [.integer(sequence)])
        return rows.count == 1 ? rows.integer(0, 0).map { Int64($0) } : nil
    }

    func sequence(listedFor rollout: String, at ordinal: Int) throws -> Int? {
        try integers(
            connection.ask(
                "SELECT sequence FROM rollout_entries WHERE rollout = $1 AND ordinal = $2",
                [.text(rollout), .integer(ordinal)])
        ).first
    }

    func sequences(listedFor rollout: String?) throws -> [Int] {
        guard let rollout else {
            return try integers(connection.ask("SELECT sequence FROM entries ORDER BY sequence"))
        }
        return try integers(
            connection.ask(
                "SELECT sequence FROM rollout_entries WHERE rollout = $1 ORDER BY ordinal",
                [.text(rollout)]))
    }

    func lastOrdinal(of rollout: String) throws -> Int {
        try connection.ask(
            "SELECT coalesce(max(ordinal), 0) FROM rollout_entries WHERE rollout = $1",
            [.text(rollout)]
        ).integer(0, 0) ?? 0
    }

    func sequence(of text: TextKey) throws -> Int? {
        try integers(
            connection.ask(
                "SELECT sequence FROM texts WHERE digest = $1 AND rollout = $2 AND place = $3",
                [.bytes(text.digest.bytes), .text(text.rolloutText), .text(text.placeText)])
        ).first
    }

    func sequences(of said: Set<SaidDigest>) throws -> [ContentDigest: Int] {
        let rows = try connection.ask(
            "SELECT said, sequence FROM entries WHERE said = ANY ($1)",
            [.byteStrings(said.map(\.digest.bytes))])
        var found: [ContentDigest: Int] = [:]
        for row in 0..<rows.count {
            guard let digest = rows.bytes(row, 0).flatMap({ ContentDigest(raw: $0) }),
                let sequence = rows.integer(row, 1)
            else { continue }
            found[digest] = sequence
        }
        return found
    }

    func sequences(ofTextsFrom least: [UInt8], to greatest: [UInt8]) throws -> [Int] {
        try integers(
            connection.ask(
                """
                SELECT sequence FROM texts WHERE digest BETWEEN $1 AND $2 ORDER BY digest, sequence
                """, [.bytes(least), .bytes(greatest)]))
    }

    func count(_ table: CountedTable) throws -> Int {
        try connection.ask("SELECT count(*) FROM \(table.rawValue)").integer(0, 0) ?? 0
    }

    /// The numbers of a first column.
    private func integers(_ rows: PostgresResult) -> [Int] {
        (0..<rows.count).compactMap { rows.integer($0, 0) }
    }
}
