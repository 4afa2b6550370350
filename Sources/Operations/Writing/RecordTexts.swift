package import ChecklistDecoding
import LedgerStorage
package import Rollout

/// Keeps the texts of checklists in their ledgers, so that a report on them can be made again.
package struct RecordTexts: Sendable {
    private let principal: Principal
    private let context: OperationContext

    package init(by principal: Principal, _ context: OperationContext) {
        self.principal = principal
        self.context = context
    }

    /// Records what is not there yet; a ledger that is only read, or that the operator named and
    /// that is not there, stays as it is.
    package func callAsFunction(_ loaded: [LoadedChecklist]) async throws {
        guard context.missingLedger == nil else { return }
        for checklist in loaded {
            let location = context.location(for: checklist.source.path)
            guard location.format == .sqlite else { continue }
            let ledger = location.ledger()
            let now = context.clock()
            _ = try await ledger.append(
                [Draft(checklist.textStatement(by: principal, at: now))], at: now)
            try await ledger.close()
        }
    }
}
