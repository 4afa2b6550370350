extension Assessment {
    /// Why a person may not sign a step for a role at a moment; nil where the person may.
    ///
    /// The same rules as when a recorded sign-off is judged.
    package func objection(
        toSigning step: Step, by actor: Actor, key: KeyFingerprint? = nil, for role: RoleID,
        _ choice: SignOff.Choice, hasEvidence: Bool, at instant: Instant
    ) -> SignOffReason? {
        let signing = Signing(
            actor, key: key, for: role, choice, hasEvidence: hasEvidence, at: instant)
        return step.objection(
            toCounting: signing, from: checklist.countsFrom(step),
            in: EvidenceIndex(entries, about: checklist, at: asOf), at: instant)
    }
}

extension Checklist {
    /// Why a step may not be waived, by whomever; nil where it may.
    package func objection(toWaiving step: Step) -> WaiverReason? {
        guard waivers != nil else { return .noWaivers }
        return step.waivable ? nil : .notWaivable
    }

    /// Whether there is anybody who may waive a step: a member of a role that waives who neither sees
    /// to the step nor is to sign it.
    package func mayBeWaived(_ step: Step) -> Bool {
        guard objection(toWaiving: step) == nil, let rule = waivers else { return false }
        return rule.roles.contains { role in
            self.role(role)?.members.contains { !isOwn(step, of: $0) } ?? false
        }
    }

    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    ///
    /// The same rules as when a recorded waiver is judged.
    package func objection(
        toWaiving step: Step, by actor: Actor, alsoKnownAs others: Set<Principal> = [],
        for role: RoleID, from start: Instant, until end: Instant
    ) -> WaiverReason? {
        guard let rule = waivers else { return .noWaivers }
        return objection(toWaiving: step)
            ?? rule.objection(
                to: actor, alsoKnownAs: others, for: role, waiving: step, from: start, until: end,
                in: self)
    }
}
