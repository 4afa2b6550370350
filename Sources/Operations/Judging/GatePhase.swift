package import ChecklistDecoding
import LedgerStorage
import Reporting
package import Rollout

/// Asks of one phase whether it may start, or may be closed.
package struct GatePhase: Sendable {
    private let phase: String
    private let question: Decision.Question
    private let requiresDecision: Bool

    /// - Parameters:
    ///   - phase: The id of the phase.
    ///   - closes: Whether to ask if it may be closed, over all steps that are due against it.
    ///   - requiresDecision: Whether the owner's go has to stand as well.
    package init(_ phase: String, closes: Bool = false, requiresDecision: Bool = false) {
        self.phase = phase
        question = closes ? .close : .start
        self.requiresDecision = requiresDecision
    }

    /// One answer for each rollout; a rollout without the phase is refused.
    package func callAsFunction(
        _ assessments: [Assessment]
    ) throws(OperationFailure) -> [GateAnswer] {
        var answers: [GateAnswer] = []
        for assessment in assessments {
            guard let found = assessment.phase(PhaseID(phase)) else {
                throw .unknown(
                    .phase, phase, known: assessment.checklist.timeline.map(\.id.text))
            }
            let finding = found.finding(on: question)
            answers.append(
                GateAnswer(
                    assessment: assessment, question: question,
                    requiresDecision: requiresDecision, phase: found,
                    finding: finding, lack: requiresDecision ? lack(of: found, assessment) : nil,
                    earlierNoes: EarlierNo.all(in: assessment, behind: finding)))
        }
        return answers
    }

    /// Refuses a moment that is not now, and a text that need not be today's.
    ///
    /// Of one that has not come nobody knows what will be on record then; since one that is past a no
    /// may have been recorded. A text that is named by its digest may have been replaced.
    package static func requirePresent(
        _ point: JudgementPoint, allowingPast: Bool, _ loaded: [LoadedChecklist],
        _ context: OperationContext
    ) throws(OperationFailure) {
        let now = context.clock()
        for checklist in loaded.map(\.checklist) {
            guard let named = point.asOf.named(in: checklist.zone), named > now else { continue }
            throw .gateAhead(named, WordingContext(checklist))
        }
        guard allowingPast || point == .now else { throw .gatePast }
        guard allowingPast || loaded.allSatisfy({ $0.source.path != nil }) else { throw .gateText }
    }

    /// Refuses ledgers in text files: nothing shows that such a copy is whole.
    package static func requireVerified(
        _ loaded: [LoadedChecklist], _ context: OperationContext
    ) throws(OperationFailure) {
        for location in loaded.map({ context.location(for: $0.source.path) })
        where location.format == .jsonLines {
            throw .gateUnverified(location)
        }
    }

    private func lack(
        of phase: PhaseAssessment, _ assessment: Assessment
    ) -> GateAnswer.Lack? {
        switch assessment.decision(on: question, of: phase) {
        case .none: return .noDecision
        case .doesNotStand(let newest): return .doesNotStand(newest)
        case .stands(let decision):
            return decision.decision.choice == .go ? nil : .noGo(decision)
        }
    }
}
