extension SignOffRule {
    /// Why a person may not sign a step for a role; nil where the person may.
    ///
    /// Used before a sign-off is recorded and again whenever it is judged, because members change.
    /// Separation of duties keeps nobody from rejecting. `excluded` says who signed the steps that
    /// each reference under `not-by` names.
    func objection(
        to principal: Principal, for role: RoleID, choice: SignOff.Choice, in checklist: Checklist,
        excluded: [StepID: [Principal: Exclusion]], at instant: Instant
    ) -> SignOffReason? {
        guard roles.contains(role) else { return .otherRole(role, asked: roles) }
        guard checklist.isMember(principal, of: role) else { return .notAMember(principal, role) }
        guard choice == .approve else { return nil }
        for reference in notBy {
            guard !checklist.places(named: reference).isEmpty else {
                return .excludedStepMissing(reference)
            }
            if let exclusion = excluded[reference]?[principal], instant < exclusion.ends {
                return .signedExcluded(principal, exclusion.step)
            }
        }
        return nil
    }
}
