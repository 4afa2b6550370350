/// The owner's recorded decision beside the computed verdict.
package struct DecisionAssessment: Hashable, Sendable {
    package let record: Record
    package let decision: Decision
    /// The decision goes where the evidence at the instant does not, or the other way round.
    package let differs: Bool
    /// Why it differs, or that it agrees.
    package let why: String

    package init(record: Record, decision: Decision, differs: Bool, why: String) {
        self.record = record
        self.decision = decision
        self.differs = differs
        self.why = why
    }
}
