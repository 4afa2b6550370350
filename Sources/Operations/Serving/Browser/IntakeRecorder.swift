package import LedgerStorage
package import Rollout

/// Records what a server's own pages make by the way that everything takes into its ledger.
package struct IntakeRecorder: LedgerRecorder {
    private let intake: StatementIntake

    package init(_ intake: StatementIntake) { self.intake = intake }

    package func append(_ drafts: [Draft], to ledger: any Ledger) async throws -> [Entry] {
        var entries: [Entry] = []
        for taken in try await intake.take(drafts) {
            entries.append(try await ledger.entry(at: taken.sequence).entry)
        }
        return entries
    }
}
