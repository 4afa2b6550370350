/// A person approved or rejected a step on behalf of a role.
package struct SignOff: Hashable, Sendable {
    /// What the person said of the step.
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        case approve, reject
    }

    package let choice: Choice
    package let note: String
    package let evidence: [EvidenceFile]

    package init(choice: Choice, note: String, evidence: [EvidenceFile]) {
        self.choice = choice
        self.note = note
        self.evidence = evidence
    }
}
