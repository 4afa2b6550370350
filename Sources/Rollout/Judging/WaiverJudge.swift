/// Judges the waivers of one step.
struct WaiverJudge {
    let step: Step?
    let index: EvidenceIndex

    /// Whether a waiver covers, leaving out what was recorded after it.
    func reason(of place: Int, _ waiver: Waiver, at instant: Instant) -> WaiverReason {
        let entry = index.entries[place]
        if let taken = index.takenBack[entry.sequence] {
            let revocation = index.entries[taken]
            return .takenBack(
                by: revocation.statement.principal, at: revocation.recordedAt,
                entry: revocation.sequence)
        }
        if let objection = objection(to: place, waiver) { return objection }
        guard entry.recordedAt <= instant else { return .datedAhead(entry.recordedAt) }
        guard instant < waiver.until else { return .ended(waiver.until) }
        return .covers(until: waiver.until)
    }

    /// The names that the same key signed under, and those that the list of signers has for the same
    /// person or for whom the person acts for.
    private func otherNames(_ entry: Entry) -> Set<Principal> {
        let key = entry.authentication.signer?.fingerprint
        let used = key.flatMap { index.names[$0] } ?? []
        return used.union(entry.otherNames.principal).union(entry.otherNames.member)
    }

    /// What is wrong with a waiver at any time; nil where nothing is.
    func objection(to place: Int, _ waiver: Waiver) -> WaiverReason? {
        let entry = index.entries[place]
        if let foreign = index.foreign[place] { return .foreign(foreign) }
        if let reason = index.objections[place] { return .unauthenticated(reason) }
        guard let step, let role = entry.statement.role else { return .stepRemoved }
        guard index.wording(place) == step.digest else { return .otherWording }
        return index.checklist.objection(
            toWaiving: step, by: entry.statement.actor, alsoKnownAs: otherNames(entry), for: role,
            from: entry.recordedAt, until: waiver.until)
    }
}
