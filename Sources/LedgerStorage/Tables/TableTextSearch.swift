import Characters
package import Rollout

/// Finds checklist texts by the first digits of their digest.
package struct TableTextSearch {
    /// Hexadecimal digits in lower case, at most 64.
    private let digits: String

    package init(digits: String) { self.digits = digits }

    /// The entries with such texts, whose files need not lie beside the ledger yet.
    package func entries(_ tables: any LedgerTables) throws -> [Entry] {
        let (least, greatest) = bounds
        return try tables.sequences(ofTextsFrom: least, to: greatest).map {
            try EntryRows.entry(at: $0, in: tables)
        }
    }

    package func run(_ tables: any LedgerTables) throws -> [StoredText] {
        let location = tables.location
        return try entries(tables).map { entry in
            let text: StoredText?
            do {
                text = try StoredText(entry, location.content)
            } catch let error as ContentError {
                throw LedgerError(location, .content(error))
            }
            guard let text, text.digest.hex.hasPrefix(digits) else {
                throw LedgerError.damaged(
                    location, entry.sequence, "it is found by a text that it does not have")
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
