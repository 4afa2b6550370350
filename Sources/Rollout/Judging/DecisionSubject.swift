/// What a decision is about: a phase, and whether it may start or be closed.
struct DecisionSubject: Hashable {
    let phase: PhaseID
    let question: Decision.Question

    init(_ phase: PhaseID, _ question: Decision.Question) {
        self.phase = phase
        self.question = question
    }

    init(_ decision: Decision) { self.init(decision.phase, decision.question) }
}
