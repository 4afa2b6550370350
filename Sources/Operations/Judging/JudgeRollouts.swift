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
    ///
    /// The targets of one checklist are judged by one reading of the ledger, so that all of them
    /// stand on the same entries.
    package func outcomes(_ loaded: [LoadedChecklist]) async throws -> [Outcome] {
        let now = context.clock()
        var outcomes: [Outcome] = []
        var last: (source: Source, result: Result<LedgerReading, LedgerError>)?
        for checklist in loaded {
            let source = source(of: checklist, now)
            let result = last?.source == source ? last?.result : nil
            let reading = if let result { result } else { try await read(source) }
            last = (source, reading)
            outcomes.append(
                Outcome(
                    loaded: checklist, result: reading.map { judged(checklist, source, $0, now) }))
        }
        return outcomes
    }

    /// Judges one checklist.
    package func judge(_ loaded: LoadedChecklist) async throws -> JudgedRollout {
        let now = context.clock()
        let source = source(of: loaded, now)
        return judged(loaded, source, try await read(source).get(), now)
    }

    /// What is read of which ledger.
    private struct Source: Equatable {
        let location: LedgerLocation
        /// The id of the checklist.
        let rollout: String
        let point: ReadingPoint
    }

    private func source(of loaded: LoadedChecklist, _ now: Instant) -> Source {
        Source(
            location: context.location(for: loaded.source.path), rollout: loaded.checklist.id,
            point: point.reading(in: loaded.checklist.zone, now: now))
    }

    private func read(_ source: Source) async throws -> Result<LedgerReading, LedgerError> {
        let ledger = source.location.ledger()
        do {
            let reading = try await ledger.reading(of: source.rollout, asOf: source.point)
            try await ledger.close()
            return .success(reading)
        } catch let error as LedgerError {
            return .failure(error)
        }
    }

    private func judged(
        _ loaded: LoadedChecklist, _ source: Source, _ reading: LedgerReading, _ now: Instant
    ) -> JudgedRollout {
        let checklist = loaded.checklist
        let instant =
            point.asOf.named(in: checklist.zone)
            ?? ClockRule.present(now: now, newest: reading.entries.last?.recordedAt)
        return JudgedRollout(
            loaded: loaded, location: source.location, state: reading.state,
            assessment: checklist.assessment(of: reading.entries, asOf: instant))
    }
}
