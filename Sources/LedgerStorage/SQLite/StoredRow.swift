import Foundation
import GRDB
import Rollout

/// A row of the table of records, verified against what its bytes say.
struct StoredRow: Sendable {
    /// The columns that a row is read from, in their order.
    static let columns = "sequence, checklist, digest, text_digest, bytes"

    let record: Rollout.Record
    /// The exact bytes that are stored.
    let bytes: [UInt8]

    /// Reads a row; throws a `LedgerError` where it is damaged.
    init(_ row: Row, _ verification: inout RecordVerification) throws {
        let path = verification.path
        guard let sequence = Int.fromDatabaseValue(row[0]) else {
            throw LedgerError.damaged(
                path: path, sequence: nil, reason: "a row has a sequence that is not a number")
        }
        guard let checklist = String.fromDatabaseValue(row[1]),
            let digest = String.fromDatabaseValue(row[2]).flatMap(ContentDigest.init),
            let data = Data.fromDatabaseValue(row[4])
        else {
            throw LedgerError.damaged(
                path: path, sequence: sequence, reason: "its row holds values of the wrong type")
        }
        bytes = [UInt8](data)
        record = try verification.record(at: sequence, bytes: bytes, stored: digest)
        let text = StoredText(record)?.digest.description
        guard checklist.utf8.elementsEqual(record.checklist.utf8),
            String.fromDatabaseValue(row[3]) == text
        else {
            throw LedgerError.damaged(
                path: path, sequence: sequence,
                reason: "the columns that it is found by say something else than its bytes")
        }
    }
}
