package import Rollout

/// A server that keeps one ledger for many people.
///
/// Nothing that it says is believed: entries count once they lead to a root that the log's key signed.
package protocol LedgerServer: Sendable {
    /// The address of the server, for people.
    var address: String { get }

    /// Brings a copy of the ledger up to what the server has, once for all readings of one command.
    func refresh(_ copy: SQLiteLedger) async throws

    /// Fetches what the entries name and the copy does not have beside it.
    func fetchContent(of entries: [Entry], for copy: SQLiteLedger) async throws

    /// Has the server record drafts, and brings the copy up to the entries that it made of them.
    ///
    /// One entry for each statement that is new, and for each signed one that the ledger had already.
    func append(_ drafts: [Draft], to copy: SQLiteLedger) async throws -> [Entry]
}
