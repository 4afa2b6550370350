/// The owner decided go or no-go for a phase.
package struct Decision: Hashable, Sendable {
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        case go
        case noGo = "no-go"
    }

    package let phase: String
    package let role: String
    package let choice: Choice
    package let reason: String
    /// The verdict that was computed when the decision was made.
    package let computed: Verdict
    /// The digest of the checklist text that was decided on.
    package let checklist: ContentDigest

    package init(
        phase: String, role: String, choice: Choice, reason: String, computed: Verdict,
        checklist: ContentDigest
    ) {
        self.phase = phase
        self.role = role
        self.choice = choice
        self.reason = reason
        self.computed = computed
        self.checklist = checklist
    }
}
