import ChecklistDecoding
import Importing
import Reporting
package import Rollout

/// What a sheet says of the states of steps, as far as the ledger does not say the same.
package struct PlanClaims: Sendable {
    /// A step that the sheet calls done, and nothing on record proves it.
    package struct Proposal: Hashable, Sendable {
        package let step: StepID
        /// As the sheet says it.
        package let status: String
        /// Whether people sign the step, and not checks alone.
        package let isSigned: Bool
    }

    package private(set) var proposals: [Proposal] = []
    /// Steps that the sheet calls ready or waived in our words, and that are not.
    package private(set) var outdated: [StepID] = []
    /// Steps with a word that says neither that they are done nor that they are open.
    package private(set) var unknown: [(step: StepID, status: String)] = []
    /// Whether the ledger is there and cannot be read, so that all counts as not proved.
    package private(set) var isUnjudged = false

    init(
        _ statuses: [(step: StepID, status: String)], of rollouts: [LoadedChecklist],
        _ context: OperationContext
    ) async {
        var assessments: [[StepID: StepAssessment]] = []
        do {
            for rollout in rollouts {
                let judged = try await JudgeRollouts(context).judge(rollout)
                assessments.append(
                    Dictionary(judged.assessment.steps.map { ($0.step.id, $0) }) { one, _ in one })
            }
        } catch {
            assessments = []
            isUnjudged = true
        }
        for (step, status) in statuses {
            let states = assessments.map { $0[step].map { StepState($0) } }
            take(
                step, status, states,
                isSigned: assessments.first?[step]?.step.signOff != nil || isUnjudged)
        }
    }

    private mutating func take(
        _ step: StepID, _ status: String, _ states: [StepState?], isSigned: Bool
    ) {
        if let state = StepState(rawValue: status) {
            let isClaim = [.ready, .resting, .waived].contains(state)
            let isRight = !states.isEmpty && states.allSatisfy { $0 == state }
            if isClaim, !isRight { outdated.append(step) }
            return
        }
        switch PlanStatus(status) {
        case .open: break
        case .other: unknown.append((step, status))
        case .done:
            let isProved =
                !states.isEmpty
                && states.allSatisfy { $0 == .ready || $0 == .resting || $0 == .notApplicable }
            if !isProved {
                proposals.append(Proposal(step: step, status: status, isSigned: isSigned))
            }
        }
    }
}
