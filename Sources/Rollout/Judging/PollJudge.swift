/// Judges the answers to the roll calls before decisions.
struct PollJudge {
    let index: EvidenceIndex

    /// Every answer on record, in the order of the ledger, as it stands today.
    var assessments: [PollAssessment] {
        let subjects = Set(index.polls.keys)
        let known = subjects.flatMap {
            assessments(of: $0, on: index.checklist.digest, before: .max)
        }
        let foreign = index.entries.indices.compactMap { place -> PollAssessment? in
            guard let reason = index.foreign[place] else { return nil }
            return assessment(place, .foreign(reason))
        }
        return (known + foreign).sorted { $0.entry.sequence < $1.entry.sequence }
    }

    /// The answers on one question that were there before a place, for a text.
    ///
    /// Each member of a role has one voice: the newest answer is the one that counts.
    func assessments(
        of subject: DecisionSubject, on text: ContentDigest, before end: Int
    ) -> [PollAssessment] {
        let places = index.polls[subject, default: []].filter { $0 < end }
        var objections: [Int: PollReason] = [:]
        var newest: [Voice: Int] = [:]
        var noes: [Voice: [Int]] = [:]
        // The no-go of each voice that is signed, and that nothing signed undid.
        var signed: [Voice: Int] = [:]
        for place in places {
            let entry = index.entries[place]
            let voice = Voice(entry.statement)
            let no = noes[voice, default: []].first { isOvertaken(entry, by: $0) }
            let reason =
                objection(to: place, on: text)
                ?? no.map { .madeBefore(entry: index.entries[$0].sequence) }
                ?? unsigned(entry, after: signed[voice])
            objections[place] = reason
            guard reason == nil else { continue }
            newest[voice] = place
            if entry.authentication.signer != nil {
                signed[voice] = entry.statement.body.isNo ? place : nil
            }
            if entry.statement.body.isNo { noes[voice, default: []].append(place) }
        }
        return places.compactMap { place in
            if let objection = objections[place] { return assessment(place, objection) }
            let last = newest[Voice(index.entries[place].statement)] ?? place
            return assessment(
                place, last == place ? .counts : .replaced(by: index.entries[last].sequence))
        }
    }

    /// Whoever kept a go back must not undo the no-go that was said meanwhile.
    private func isOvertaken(_ entry: Entry, by no: Int) -> Bool {
        !entry.statement.body.isNo && entry.authentication.signer != nil
            && index.entries[no].statement.madeAt > entry.statement.madeAt
    }

    /// Whoever types a name must not undo what a key proved.
    private func unsigned(_ entry: Entry, after no: Int?) -> PollReason? {
        guard let no, entry.authentication.signer == nil, !entry.statement.body.isNo else {
            return nil
        }
        return .unsignedOverSigned(entry: index.entries[no].sequence)
    }

    private struct Voice: Hashable {
        let member: Principal
        let role: RoleID?

        init(_ statement: Statement) {
            member = statement.actor.represented
            role = statement.role
        }
    }

    private func assessment(_ place: Int, _ reason: PollReason) -> PollAssessment? {
        let entry = index.entries[place]
        guard case .poll(let poll) = entry.statement.body, let role = entry.statement.role else {
            return nil
        }
        return PollAssessment(entry: entry, poll: poll, role: role, reason: reason)
    }

    private func objection(to place: Int, on text: ContentDigest) -> PollReason? {
        let entry = index.entries[place]
        if let reason = index.objections[place] { return .unauthenticated(reason) }
        guard entry.statement.checklist == text else {
            return .otherText(entry.statement.checklist)
        }
        return index.checklist.objection(
            toPolling: entry.statement.actor, for: entry.statement.role, at: entry.recordedAt)
    }
}

extension Checklist {
    /// Why somebody may not answer a roll call for a role; nil where the person may.
    package func objection(
        toPolling actor: Actor, for role: RoleID?, at instant: Instant
    ) -> PollReason? {
        guard let role, self.role(role) != nil else { return .noSuchRole }
        switch membership(of: actor, in: role, at: instant) {
        case .member: return nil
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
    }
}
