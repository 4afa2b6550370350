extension Assessment {
    /// Why a person may not sign a step for a role at a moment; nil where the person may.
    ///
    /// The same rules as when a recorded sign-off is judged.
    package func objection(
        to principal: Principal, signing step: Step, for role: RoleID, choice: SignOff.Choice,
        at instant: Instant
    ) -> SignOffReason? {
        guard let rule = step.signOff else { return .noLongerAsked }
        let index = EvidenceIndex(entries, about: checklist)
        if let objection = rule.objection(
            to: principal, for: role, choice: choice, in: checklist, excluded: index.excluded,
            at: instant)
        {
            return objection
        }
        guard choice == .approve,
            let countsFrom = step.notBefore.flatMap({ checklist.point(of: $0) })?
                .begins(in: checklist.zone),
            instant < countsFrom
        else { return nil }
        return .tooEarly(counts: countsFrom)
    }
}
