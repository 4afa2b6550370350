/// Somebody's approval or rejection of a step, on record or about to be.
struct Signing {
    let principal: Principal
    let role: RoleID
    let choice: SignOff.Choice
    let hasEvidence: Bool
    /// When the ledger takes it.
    let at: Instant

    init(
        principal: Principal, role: RoleID, choice: SignOff.Choice, hasEvidence: Bool, at: Instant
    ) {
        self.principal = principal
        self.role = role
        self.choice = choice
        self.hasEvidence = hasEvidence
        self.at = at
    }

    init(_ entry: Entry, _ signOff: SignOff, for role: RoleID) {
        self.init(
            principal: entry.statement.principal, role: role, choice: signOff.choice,
            hasEvidence: !signOff.evidence.isEmpty, at: entry.recordedAt)
    }
}
