import Foundation
import GRDB
import Rollout

/// Reads rows of the table of entries and verifies each against what its bytes say.
struct EntryRows {
    /// The columns that a row is read from, in their order, behind those of a caller.
    static let columns = "recorded_at, digest, bytes"

    private let location: LedgerLocation
    private var verification: EntryVerification

    /// Whole is a reading of all entries, in which times can be held against each other.
    init(_ location: LedgerLocation, isWhole: Bool = false) {
        self.location = location
        verification = EntryVerification(location, isWhole: isWhole)
    }

    /// Reads the entry that a row holds from a column on; throws a `LedgerError` where it is damaged.
    ///
    /// `use` is handed the exact bytes as well, which last as long as the call.
    mutating func entry<Value>(
        at sequence: Int, in row: Row, from column: Int,
        _ use: (Entry, UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value {
        try bytes(at: sequence, in: row, from: column) { bytes, digest in
            let entry = try verification.entry(at: sequence, bytes, digest: digest)
            guard entry.recordedAt.milliseconds == Int64.fromDatabaseValue(row[column]) else {
                throw damage(
                    sequence, "the columns that it is found by say something else than its bytes")
            }
            return try use(entry, bytes)
        }
    }

    /// Reads the bytes that a row holds from a column on, and their digest, without making sense of
    /// them.
    func bytes<Value>(
        at sequence: Int, in row: Row, from column: Int,
        _ use: (UnsafeBufferPointer<UInt8>, ContentDigest) throws -> Value
    ) throws -> Value {
        guard Int64.fromDatabaseValue(row[column]) != nil else {
            // A row that an index names and the table does not have comes as nothing.
            let isMissing = (row[column] as DatabaseValue).isNull
            throw damage(sequence, isMissing ? "it is missing" : Self.wrongType)
        }
        let digest = try row.withUnsafeData(atIndex: column + 1) { data in
            data.flatMap { bytes in bytes.withUnsafeBytes { ContentDigest(raw: $0) } }
        }
        return try row.withUnsafeData(atIndex: column + 2) { data in
            guard let digest, let data else { throw damage(sequence, Self.wrongType) }
            return try data.withUnsafeBytes { raw in
                let bytes = raw.bindMemory(to: UInt8.self)
                guard ContentDigest(ofLeaf: bytes) == digest else {
                    throw damage(
                        sequence, "its bytes do not have the digest that was stored with them")
                }
                return try use(bytes, digest)
            }
        }
    }

    /// Reads the one entry at a sequence.
    static func entry(
        at sequence: Int, in database: Database, _ location: LedgerLocation
    ) throws -> Entry {
        try one(at: sequence, in: database, location) { entry, _ in entry }
    }

    /// The same with its bytes, which last as long as the call.
    static func one<Value>(
        at sequence: Int, in database: Database, _ location: LedgerLocation,
        _ use: (Entry, UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value {
        let statement = try database.cachedStatement(
            sql: "SELECT \(columns) FROM entries WHERE sequence = ?")
        guard let row = try Row.fetchOne(statement, arguments: [sequence]) else {
            throw LedgerError.damaged(location, sequence, "it is missing")
        }
        var rows = EntryRows(location)
        return try rows.entry(at: sequence, in: row, from: 0, use)
    }

    private static let wrongType = "its row holds values of the wrong type"

    private func damage(_ sequence: Int, _ reason: String) -> LedgerError {
        .damaged(location, sequence, reason)
    }
}
