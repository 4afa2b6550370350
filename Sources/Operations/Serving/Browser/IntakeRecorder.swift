package import LedgerStorage
package import Rollout

/// Records what a server's own pages make by the way that everything takes into its ledger.
package struct IntakeRecorder: LedgerServer {
    private let intake: StatementIntake

    package init(_ intake: StatementIntake) { self.intake = intake }

    package var address: String { "this server" }

    /// The ledger is the server's own, and no copy.
    package func refresh(_ copy: SQLiteLedger) async throws {}

    package func fetchContent(of entries: [Entry], for copy: SQLiteLedger) async throws {}

    package func append(_ drafts: [Draft], to copy: SQLiteLedger) async throws -> [Entry] {
        var entries: [Entry] = []
        for taken in try await intake.take(drafts) {
            entries.append(try await copy.entry(at: taken.sequence).entry)
        }
        return entries
    }
}
