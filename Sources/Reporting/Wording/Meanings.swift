package import Rollout

extension Verdict {
    /// What the verdict says, for readers who do not know it.
    package var meaning: String {
        switch self {
        case .go: return "every blocking step is ready, and none rests on a waiver"
        case .conditional:
            return
                "every blocking step is ready or waived, and a step is waived or rests on a waiver, or an advisory one is not ready"
        case .noGo: return "anything else, also when no step applies"
        }
    }
}

extension StepState {
    /// What the state says, for readers who do not know it.
    package var meaning: String {
        switch self {
        case .ready: return "everything that the step asks for is there, and says yes"
        case .resting:
            return
                "the same, but a step that it needs is waived; it is blocked when the waiver ends"
        case .waived:
            return "a valid waiver covers what is on record; never counted as ready"
        case .failing: return "the newest evidence says no, or a sign-off was rejected"
        case .unknown: return "the newest check could not be carried out"
        case .stale: return "there is evidence, but it is too old or for an older wording"
        case .pending:
            return "something that the step asks for was never recorded, or too few people signed"
        case .blocked: return "its own evidence is there, but a step that it needs is not ready"
        case .notApplicable: return "the step does not apply with the parameters in force"
        }
    }
}
