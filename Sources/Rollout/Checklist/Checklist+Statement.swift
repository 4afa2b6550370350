extension Checklist {
    /// What a principal says about the checklist as it is filled in now.
    package func statement(
        _ body: StatementBody, step: StepReference? = nil, by principal: Principal,
        onBehalfOf: Principal? = nil, for role: RoleID? = nil, site: String? = nil,
        run: String? = nil, at instant: Instant
    ) -> Statement {
        Statement(
            rollout: rollout, scope: scope, checklist: digest, step: step, principal: principal,
            onBehalfOf: onBehalfOf, role: role, site: site, run: run, madeAt: instant, body: body)
    }
}
