package import Rollout

/// What a gate says of one phase of one rollout.
package struct GateAnswer: Sendable {
    /// Why no go of the owner stands.
    package enum Lack: Sendable {
        case noDecision
        case noGo(DecisionAssessment)
        /// The newest decision does not stand, for its own reason.
        case doesNotStand(DecisionAssessment)
    }

    package let assessment: Assessment
    package let question: Decision.Question
    package let requiresDecision: Bool
    package let phase: PhaseAssessment
    package let finding: PhaseFinding
    /// Nil where the owner's go stands, or is not required.
    package let lack: Lack?
    /// Steps that failed in other words and count as done now.
    package let earlierNoes: [EarlierNo]

    /// Whether the phase is for this rollout.
    package var applies: Bool { phase.phase.applicability == .applies }

    /// NO-GO also where the phase has no verdict, or the owner's go is required and does not stand.
    package var verdict: Verdict { lack == nil ? finding.verdict ?? .noGo : .noGo }

    /// It is NO-GO only because of files that are no longer kept.
    package var isForLackOfFiles: Bool { lack == nil && finding.isForLackOfFiles }
}
