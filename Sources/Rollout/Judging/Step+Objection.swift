extension Step {
    /// Why somebody may not sign the step; nil where the person may.
    ///
    /// Used before a sign-off is recorded and again whenever it is judged, because members change.
    /// Separation of duties keeps nobody from rejecting. Only what is true of the person is looked
    /// at, whatever the wording and the evidence.
    func objection(
        to signing: Signing, in index: EvidenceIndex, at instant: Instant
    ) -> SignOffReason? {
        guard let rule = signOff else { return .noLongerAsked }
        guard rule.roles.contains(signing.role) else {
            guard index.checklist.role(signing.role) != nil else {
                return .roleRemoved(signing.role)
            }
            return .otherRole(signing.role, asked: rule.roles)
        }
        switch index.checklist.membership(of: signing.actor, in: signing.role, at: signing.at) {
        case .member: break
        case .stranger: return .notAMember(signing.actor.represented, signing.role)
        case .noDeputy(let reason): return .deputy(reason)
        }
        guard signing.choice == .approve else { return nil }
        for reference in rule.notBy {
            guard !index.checklist.places(named: reference).isEmpty else {
                return .excludedStepMissing(reference)
            }
            for mark in signing.marks {
                guard let exclusion = index.excluded[reference]?[mark], instant < exclusion.ends
                else { continue }
                return .signedExcluded(signing.actor.principal, exclusion.step)
            }
        }
        return requestObjection(to: signing, in: index)
    }

    /// Whoever asks for a change may not approve it, and somebody has to ask first.
    private func requestObjection(to signing: Signing, in index: EvidenceIndex) -> SignOffReason? {
        let requested = index.requested[id]
        let own = signing.marks.compactMap { requested?.marks[$0] }.min()
        if let own, own < signing.sequence { return .requestedOneself(entry: own) }
        guard let role = requestedBy, requested?.first ?? .max >= signing.sequence else {
            return nil
        }
        return .requestMissing(role)
    }

    /// Why a sign-off of the current wording does not count, leaving out what takes it away later.
    func objection(
        toCounting signing: Signing, from countsFrom: Instant?, in index: EvidenceIndex,
        at instant: Instant
    ) -> SignOffReason? {
        if let objection = objection(to: signing, in: index, at: instant) { return objection }
        guard signing.choice == .approve else { return nil }
        if signOff?.evidenceRequired ?? false, !signing.hasEvidence { return .evidenceMissing }
        if let countsFrom, signing.at < countsFrom { return .tooEarly(counts: countsFrom) }
        return nil
    }
}

extension SignOffRule {
    /// When an approval that was recorded at a moment lapses; nil where it does not.
    func lapse(of recordedAt: Instant) -> Instant? {
        validFor.map { min(recordedAt.advanced(by: $0), .latest) }
    }
}
