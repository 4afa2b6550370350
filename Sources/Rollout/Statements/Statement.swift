/// What one principal says at one moment about one rollout.
///
/// It exists, canonical bytes and all, before a ledger has seen it: these bytes are hashed, and
/// these bytes are signed.
package struct Statement: Hashable, Sendable {
    package let rollout: RolloutReference
    /// What it holds for; evidence never counts for another scope.
    package let scope: Scope
    /// The digest of the checklist text that it was made on.
    package let checklist: ContentDigest
    /// The step that it is about; nil where it is about none.
    package let step: StepReference?
    package let principal: Principal
    /// Whom the principal acts for as a deputy; nil for those who act for themselves.
    package let onBehalfOf: Principal?
    /// The role that the principal acts for; nil where none is asked for, as for checks.
    package let role: RoleID?
    /// The vantage point that a check was made from; nil where it has no name.
    package let site: String?
    /// The run that a check belongs to; nil for what people say.
    package let run: String?
    /// When it was made, as its author claims; what counts is when the ledger took it.
    package let madeAt: Instant
    package let body: StatementBody

    package init(
        rollout: RolloutReference, scope: Scope, checklist: ContentDigest,
        step: StepReference? = nil, principal: Principal, onBehalfOf: Principal? = nil,
        role: RoleID? = nil,
        site: String? = nil, run: String? = nil, madeAt: Instant, body: StatementBody
    ) {
        self.rollout = rollout
        self.scope = scope
        self.checklist = checklist
        self.step = step
        self.principal = principal
        self.onBehalfOf = onBehalfOf
        self.role = role
        self.site = site
        self.run = run
        self.madeAt = madeAt
        self.body = body
    }
}
