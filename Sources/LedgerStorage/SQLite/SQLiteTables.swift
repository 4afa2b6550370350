import Attestation
import Foundation
import GRDB
import Rollout

/// The tables of a ledger in an SQLite database, as one transaction sees them.
struct SQLiteTables: LedgerTables {
    let database: Database
    let location: LedgerLocation

    init(_ database: Database, _ location: LedgerLocation) {
        self.database = database
        self.location = location
    }

    func error(_ error: any Error) -> LedgerError { LedgerError(error, location) }

    func log() throws -> LogRow? {
        let statement = try database.cachedStatement(sql: "SELECT size, peaks, previous FROM log")
        guard let row = try Row.fetchOne(statement), let size = Int.fromDatabaseValue(row[0]),
            let peaks = Data.fromDatabaseValue(row[1])
        else { return nil }
        return LogRow(
            size: size, peaks: Array(peaks),
            previous: Data.fromDatabaseValue(row[2]).flatMap { ContentDigest(bytes: $0) })
    }

    func lastSequence() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT max(sequence) FROM entries") ?? 0
    }

    func bucketDigests() throws -> [ContentDigest] {
        let statement = try database.cachedStatement(
            sql: "SELECT digest FROM buckets ORDER BY bucket")
        return try Data.fetchAll(statement).compactMap { ContentDigest(bytes: $0) }
    }

    func rollouts(inBucket index: Int) throws -> [(rollout: [UInt8], chain: RolloutChain)]? {
        let statement = try database.cachedStatement(
            sql: "SELECT CAST(rollout AS BLOB), count, link FROM rollouts WHERE bucket = ?")
        var found: [(rollout: [UInt8], chain: RolloutChain)] = []
        let rows = try Row.fetchCursor(statement, arguments: [index])
        while let row = try rows.next() {
            guard let rollout = Data.fromDatabaseValue(row[0]),
                let count = Int.fromDatabaseValue(row[1]),
                let link = Data.fromDatabaseValue(row[2]).flatMap({ ContentDigest(bytes: $0) })
            else { return nil }
            found.append((Array(rollout), RolloutChain(count: count, link: link)))
        }
        return found
    }

    func restarts() throws -> [Int] {
        try Int.fetchAll(database, sql: "SELECT sequence FROM restarts ORDER BY sequence")
    }

    func time(at sequence: Int) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: "SELECT recorded_at FROM entries WHERE sequence = ?")
        return try Int64.fetchOne(statement, arguments: [sequence])
    }

    func sequence(listedFor rollout: String, at ordinal: Int) throws -> Int? {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence FROM rollout_entries WHERE rollout = ? AND ordinal = ?")
        return try Int.fetchOne(statement, arguments: [rollout, ordinal])
    }

    func sequences(listedFor rollout: String?) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: rollout == nil
                ? "SELECT sequence FROM entries ORDER BY sequence"
                : "SELECT sequence FROM rollout_entries WHERE rollout = ? ORDER BY ordinal",
            arguments: rollout.map { [$0] } ?? [])
    }

    func lastOrdinal(of rollout: String) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT max(ordinal) FROM rollout_entries WHERE rollout = ?")
        return try Int.fetchOne(statement, arguments: [rollout]) ?? 0
    }

    func sequence(of text: TextKey) throws -> Int? {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence FROM texts WHERE digest = ? AND rollout = ? AND place = ?")
        return try Int.fetchOne(statement, arguments: text.arguments)
    }

    /// There is no index of it: the entries of the rollouts are gone through.
    func sequences(of said: Set<SaidDigest>) throws -> [ContentDigest: Int] {
        var found: [ContentDigest: Int] = [:]
        let wanted = Set(said.map(\.digest))
        for rollout in Set(said.map(\.rollout)) {
            try entries(of: rollout) { row in
                guard let bytes = row.entry.bytes, let sequence = row.sequence,
                    let digest = SaidDigest.digest(ofEntry: bytes), wanted.contains(digest),
                    found[digest] == nil
                else { return }
                found[digest] = sequence
            }
        }
        return found
    }

    func sequences(ofTextsFrom least: [UInt8], to greatest: [UInt8]) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT sequence FROM texts WHERE digest BETWEEN ? AND ? ORDER BY digest, sequence
                """, arguments: [Data(least), Data(greatest)])
    }

    func count(_ table: CountedTable) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.rawValue)") ?? 0
    }
}
