extension Assessment {
    /// Why a person may not sign a step for a role at a moment; nil where the person may.
    ///
    /// The same rules as when a recorded sign-off is judged.
    package func objection(
        toSigning step: Step, by principal: Principal, for role: RoleID, _ choice: SignOff.Choice,
        hasEvidence: Bool, at instant: Instant
    ) -> SignOffReason? {
        guard let rule = step.signOff else { return .noLongerAsked }
        let signing = Signing(
            principal: principal, role: role, choice: choice, hasEvidence: hasEvidence, at: instant)
        return rule.objection(
            to: signing, countsFrom: checklist.countsFrom(step),
            in: EvidenceIndex(entries, about: checklist, at: asOf), at: instant)
    }
}

extension Checklist {
    /// Why a step may not be waived, by whomever; nil where it may.
    package func objection(toWaiving step: Step) -> WaiverReason? {
        guard waivers != nil else { return .noWaivers }
        return step.waivable ? nil : .notWaivable
    }

    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    ///
    /// The same rules as when a recorded waiver is judged.
    package func objection(
        toWaiving step: Step, by principal: Principal, for role: RoleID, from start: Instant,
        until end: Instant
    ) -> WaiverReason? {
        guard let rule = waivers else { return .noWaivers }
        return objection(toWaiving: step)
            ?? rule.objection(to: principal, for: role, from: start, until: end, in: self)
    }
}
