import Characters
import Foundation
import GRDB
import Rollout

/// Finds checklist texts by the first digits of their digest.
struct SQLiteTextSearch {
    let location: LedgerLocation
    /// Hexadecimal digits in lower case, at most 64.
    let digits: String

    func run(_ database: Database) throws -> [StoredText] {
        let (least, greatest) = bounds
        let found = try Int.fetchAll(
            database,
            sql: """
                SELECT sequence FROM texts WHERE digest BETWEEN ? AND ? ORDER BY digest, sequence
                """, arguments: [Data(least), Data(greatest)])
        return try found.map { sequence in
            let entry = try EntryRows.entry(at: sequence, in: database, location)
            let text: StoredText?
            do {
                text = try StoredText(entry, location.content)
            } catch let error as ContentError {
                throw LedgerError(location, .content(error))
            }
            guard let text, text.digest.hex.hasPrefix(digits) else {
                throw LedgerError.damaged(
                    location, sequence, "it is found by a text that it does not have")
            }
            return text
        }
    }

    /// The least and the greatest digest that begin with the digits.
    private var bounds: ([UInt8], [UInt8]) {
        func filled(with digit: String) -> [UInt8] {
            let rest = String(repeating: digit, count: max(0, 64 - digits.utf8.count))
            return Hexadecimal.bytes(digits + rest) ?? []
        }
        return (filled(with: "0"), filled(with: "f"))
    }
}
