package import Rollout

/// Verifies rows of the table of entries, each against what its bytes say.
package struct EntryRows {
    private let location: LedgerLocation
    private var verification: EntryVerification

    /// Whole is a reading of all entries, in which times can be held against each other.
    init(_ location: LedgerLocation, isWhole: Bool = false) {
        self.location = location
        verification = EntryVerification(location, isWhole: isWhole)
    }

    /// Reads the entry that a row holds; throws a `LedgerError` where it is damaged.
    ///
    /// `use` is handed the exact bytes as well, which last as long as the call.
    mutating func entry<Value>(
        at sequence: Int, in row: EntryRow,
        _ use: (Entry, UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value {
        let (bytes, digest, recordedAt) = try content(at: sequence, of: row)
        let entry = try verification.entry(at: sequence, bytes, digest: digest)
        guard entry.recordedAt.milliseconds == recordedAt else {
            throw damage(
                sequence, "the columns that it is found by say something else than its bytes")
        }
        return try use(entry, bytes)
    }

    /// Reads the bytes that a row holds, and their digest, without making sense of them.
    func bytes<Value>(
        at sequence: Int, in row: EntryRow,
        _ use: (UnsafeBufferPointer<UInt8>, ContentDigest) throws -> Value
    ) throws -> Value {
        let (bytes, digest, _) = try content(at: sequence, of: row)
        return try use(bytes, digest)
    }

    private func content(
        at sequence: Int, of row: EntryRow
    ) throws(LedgerError) -> (UnsafeBufferPointer<UInt8>, ContentDigest, recordedAt: Int64) {
        let recordedAt: Int64
        switch row.recordedAt {
        case .value(let value): recordedAt = value
        case .absent: throw damage(sequence, "it is missing")
        case .unreadable: throw damage(sequence, Self.wrongType)
        }
        guard let digest = row.digest, let bytes = row.bytes else {
            throw damage(sequence, Self.wrongType)
        }
        guard ContentDigest(ofLeaf: bytes) == digest else {
            throw damage(sequence, "its bytes do not have the digest that was stored with them")
        }
        return (bytes, digest, recordedAt)
    }

    /// Reads the one entry at a sequence.
    static func entry(at sequence: Int, in tables: any LedgerTables) throws -> Entry {
        try one(at: sequence, in: tables) { entry, _ in entry }
    }

    /// The same with its bytes, which last as long as the call.
    package static func one<Value>(
        at sequence: Int, in tables: any LedgerTables,
        _ use: (Entry, UnsafeBufferPointer<UInt8>) throws -> Value
    ) throws -> Value {
        var value: Value?
        var rows = EntryRows(tables.location)
        try tables.entries(in: sequence...sequence) { _, row in
            value = try rows.entry(at: sequence, in: row, use)
            return false
        }
        guard let value else {
            throw LedgerError.damaged(tables.location, sequence, "it is missing")
        }
        return value
    }

    /// The exact bytes of the entries from one number up to another one, as far as there are some,
    /// each held against its digest.
    package static func bytes(
        of sequences: ClosedRange<Int>, in tables: any LedgerTables
    ) throws -> [[UInt8]] {
        let location = tables.location
        let rows = EntryRows(location)
        var entries: [[UInt8]] = []
        try tables.entries(in: sequences) { found, row in
            let sequence = sequences.lowerBound + entries.count
            guard found == sequence else {
                throw LedgerError.damaged(location, sequence, "it is missing")
            }
            try rows.bytes(at: sequence, in: row) { bytes, _ in entries.append(Array(bytes)) }
            return true
        }
        try location.require(sequences.lowerBound + entries.count - 1, of: .max)
        return entries
    }

    private static let wrongType = "its row holds values of the wrong type"

    private func damage(_ sequence: Int, _ reason: String) -> LedgerError {
        .damaged(location, sequence, reason)
    }
}
