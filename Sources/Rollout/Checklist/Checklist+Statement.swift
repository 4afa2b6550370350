extension Checklist {
    /// What a principal says about the checklist as it is filled in now; an approval is about the
    /// text, for every target and all values.
    package func statement(
        _ body: StatementBody, step: StepReference? = nil, by principal: Principal,
        onBehalfOf: Principal? = nil, for role: RoleID? = nil, site: String? = nil,
        run: String? = nil, at instant: Instant
    ) -> Statement {
        let scope = if case .approval = body { Scope() } else { scope }
        return Statement(
            rollout: rollout, scope: scope, checklist: digest, step: step, principal: principal,
            onBehalfOf: onBehalfOf, role: role, site: site, run: run, madeAt: instant, body: body)
    }
}
