extension Checklist {
    /// What a principal says about the checklist as it is filled in now.
    package func statement(
        _ body: StatementBody, step: StepReference? = nil, by principal: Principal,
        for role: RoleID? = nil, site: String? = nil, run: String? = nil, at instant: Instant
    ) -> Statement {
        Statement(
            rollout: rollout, scope: scope, checklist: digest, step: step, principal: principal,
            role: role, site: site, run: run, madeAt: instant, body: body)
    }
}
