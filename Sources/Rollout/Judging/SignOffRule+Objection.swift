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

    /// Why a sign-off of the current wording does not count, leaving out what takes it away later.
    func objection(
        to signing: Signing, countsFrom: Instant?, in index: EvidenceIndex, at instant: Instant
    ) -> SignOffReason? {
        if let objection = objection(
            to: signing.principal, for: signing.role, choice: signing.choice, in: index.checklist,
            excluded: index.excluded, at: instant)
        {
            return objection
        }
        guard signing.choice == .approve else { return nil }
        if evidenceRequired, !signing.hasEvidence { return .evidenceMissing }
        if let countsFrom, signing.at < countsFrom { return .tooEarly(counts: countsFrom) }
        return nil
    }

    /// When an approval that was recorded at a moment lapses; nil where it does not.
    func lapse(of recordedAt: Instant) -> Instant? {
        validFor.map { min(recordedAt.advanced(by: $0), .latest) }
    }
}
