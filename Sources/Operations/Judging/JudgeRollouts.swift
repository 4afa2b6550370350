package import ChecklistDecoding
package import LedgerStorage
import Rollout

/// Judges checklists by their ledgers.
package struct JudgeRollouts: Sendable {
    private let context: OperationContext
    private let point: JudgementPoint

    package init(_ context: OperationContext, at point: JudgementPoint = .now) {
        self.context = context
        self.point = point
    }

    /// What became of one checklist: a ledger that cannot be read takes no other one down.
    package struct Outcome: Sendable {
        package let loaded: LoadedChecklist
        package let result: Result<JudgedRollout, LedgerError>
    }

    /// One outcome for each checklist, in their order.
    package func outcomes(_ loaded: [LoadedChecklist]) async throws -> [Outcome] {
        let now = context.clock()
        var outcomes: [Outcome] = []
        for checklist in loaded {
            do {
                let judged = try await judge(checklist, now: now)
                outcomes.append(Outcome(loaded: checklist, result: .success(judged)))
            } catch let error as LedgerError {
                outcomes.append(Outcome(loaded: checklist, result: .failure(error)))
            }
        }
        return outcomes
    }

    /// Judges one checklist.
    package func judge(_ loaded: LoadedChecklist) async throws -> JudgedRollout {
        try await judge(loaded, now: context.clock())
    }

    private func judge(_ loaded: LoadedChecklist, now: Instant) async throws -> JudgedRollout {
        let checklist = loaded.checklist
        let location = context.location(for: loaded.path)
        let ledger = location.ledger()
        let reading = try await ledger.reading(
            of: checklist.id, asOf: point.reading(in: checklist.zone, now: now))
        try await ledger.close()
        let instant =
            point.asOf.named(in: checklist.zone)
            ?? ClockRule.present(now: now, newest: reading.entries.last?.recordedAt)
        return JudgedRollout(
            loaded: loaded, location: location, state: reading.state,
            assessment: checklist.assessment(of: reading.entries, asOf: instant))
    }
}
