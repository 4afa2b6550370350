/// A person approved or rejected a step on behalf of a role.
package struct SignOff: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case approve, reject
    }

    package let step: StepReference
    package let role: String
    package let decision: Verdict
    package let note: String
    package let evidence: [EvidenceFile]

    package init(
        step: StepReference, role: String, decision: Verdict, note: String, evidence: [EvidenceFile]
    ) {
        self.step = step
        self.role = role
        self.decision = decision
        self.note = note
        self.evidence = evidence
    }
}
