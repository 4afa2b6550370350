/// Somebody's approval or rejection of a step, on record or about to be.
struct Signing {
    let actor: Actor
    /// What shows who the person is.
    let marks: [PersonMark]
    let role: RoleID
    let choice: SignOff.Choice
    let hasEvidence: Bool
    /// When the ledger takes it.
    let at: Instant
    /// The sequence of its entry; what is about to be recorded comes after all others.
    let sequence: Int

    init(
        _ actor: Actor, key: KeyFingerprint? = nil, for role: RoleID, _ choice: SignOff.Choice,
        hasEvidence: Bool, at: Instant
    ) {
        self.actor = actor
        marks = Entry.marks(of: actor, key, .none)
        self.role = role
        self.choice = choice
        self.hasEvidence = hasEvidence
        self.at = at
        sequence = .max
    }

    init(_ entry: Entry, _ signOff: SignOff, for role: RoleID) {
        actor = entry.statement.actor
        marks = entry.marks
        self.role = role
        choice = signOff.choice
        hasEvidence = !signOff.evidence.isEmpty
        at = entry.recordedAt
        sequence = entry.sequence
    }
}
