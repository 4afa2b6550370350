/// The kinds of file that a ledger may be kept in.
package enum LedgerFormat: Hashable, Sendable, CaseIterable {
    /// An SQLite database, read and added to.
    case sqlite
    /// Canonical JSON, one entry per line, only read.
    case jsonLines

    /// The kind that the end of a path stands for: `.jsonl` is text, everything else a database.
    init(path: String) {
        self = path.lowercased().hasSuffix(".jsonl") ? .jsonLines : .sqlite
    }
}
