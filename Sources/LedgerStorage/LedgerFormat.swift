/// The kinds of file that a ledger may be kept in.
package enum LedgerFormat: Hashable, Sendable, CaseIterable {
    /// An SQLite database, read and added to.
    case sqlite
    /// Canonical JSON, one record per line, only read.
    case jsonLines

    /// The kind that the end of a path stands for: `.jsonl` is text, everything else a database.
    package init(path: String) {
        self = path.lowercased().hasSuffix(".jsonl") ? .jsonLines : .sqlite
    }

    /// The ledger at the path; nothing is opened or created yet.
    package func ledger(at path: String) -> any Ledger {
        switch self {
        case .sqlite: return SQLiteLedger(path: path)
        case .jsonLines: return TextLedger(path: path)
        }
    }
}
