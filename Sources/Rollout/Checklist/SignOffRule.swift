/// Who must sign a step, and how.
package struct SignOffRule: Hashable, Sendable {
    /// Every one of these roles must sign.
    package let roles: [RoleID]
    /// How many people of each role, at least 1.
    package let count: Int
    package let evidenceRequired: Bool
    /// Steps whose signers may not sign here, as the checklist names them.
    package let notBy: [StepID]
    /// How long a sign-off counts, from its entry; nil where it does not lapse.
    package let validFor: Duration?

    package init(
        roles: [RoleID], count: Int = 1, evidenceRequired: Bool = false, notBy: [StepID] = [],
        validFor: Duration? = nil
    ) {
        self.roles = roles
        self.count = count
        self.evidenceRequired = evidenceRequired
        self.notBy = notBy
        self.validFor = validFor
    }
}
