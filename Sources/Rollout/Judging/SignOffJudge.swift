/// Judges the sign-offs of one step.
struct SignOffJudge {
    let step: Step
    let index: EvidenceIndex
    /// Before this moment no yes counts; nil where any does.
    let countsFrom: Instant?

    /// A sign-off that was judged, by the place of its entry.
    struct Judged {
        let place: Int
        let signOff: SignOff
        let principal: Principal
        let role: RoleID
        let reason: SignOffReason
        /// When it stops to count; nil where it does not lapse.
        let lapses: Instant?
    }

    /// Every sign-off on record for the step, in the order of the ledger.
    func judged(at instant: Instant) -> [Judged] {
        let all = index.signOffs[step.id, default: []]
        // A sign-off that was taken back still replaces the ones before it: taking an approval
        // back must not bring an older approval of the same person into force again.
        var newest: [Signer: Int] = [:]
        for place in all {
            let statement = index.entries[place].statement
            guard let role = statement.role, index.wording(place) == step.digest,
                isInForce(place, at: instant), index.objections[place] == nil,
                people?.undone[place] == nil
            else { continue }
            newest[index.signer(place, role)] = place
        }
        var judged = all.compactMap { place -> Judged? in
            let statement = index.entries[place].statement
            guard case .signOff(let signOff) = statement.body, let role = statement.role else {
                return nil
            }
            let newest = newest[index.signer(place, role)]
            let reason = reason(of: place, signOff, role, newest: newest, at: instant)
            return Judged(
                place: place, signOff: signOff, principal: statement.principal, role: role,
                reason: reason, lapses: lapse(of: place, signOff))
        }
        countPeopleOnce(&judged)
        return judged
    }

    private var people: StepPeople? { index.people[step.id] }

    /// One person counts once for a role, under whatever names and for whomever, and under one name
    /// for all roles.
    private func countPeopleOnce(_ judged: inout [Judged]) {
        var counted: [Signer: Int] = [:]
        var names: [PersonMark: Int] = [:]
        for number in judged.indices where judged[number].reason == .approves {
            let one = judged[number]
            let person = Signer(
                principal: "", role: one.role, person: index.signer(one.place, one.role).person)
            let marks = index.entries[one.place].ownMarks
            let other = marks.compactMap { names[$0] }.first {
                judged[$0].principal != one.principal
            }
            guard let first = counted[person] ?? other else {
                counted[person] = number
                for mark in marks where names[mark] == nil { names[mark] = number }
                continue
            }
            judged[number] = Judged(
                place: one.place, signOff: one.signOff, principal: one.principal, role: one.role,
                reason: .samePerson(
                    as: judged[first].principal,
                    entry: index.entries[judged[first].place].sequence),
                lapses: one.lapses)
        }
    }

    /// A yes that is dated ahead has to wait for its time; a no counts at once.
    private func isInForce(_ place: Int, at instant: Instant) -> Bool {
        guard index.entries[place].recordedAt > instant,
            case .signOff(let signOff) = index.entries[place].statement.body
        else { return true }
        return signOff.choice == .reject
    }

    private func lapse(of place: Int, _ signOff: SignOff) -> Instant? {
        guard signOff.choice == .approve else { return nil }
        return step.signOff?.lapse(of: index.entries[place].recordedAt)
    }

    private func reason(
        of place: Int, _ signOff: SignOff, _ role: RoleID, newest: Int?, at instant: Instant
    ) -> SignOffReason {
        let entry = index.entries[place]
        guard step.signOff != nil else { return .noLongerAsked }
        if let reason = index.objections[place] { return .unauthenticated(reason) }
        if let revocation = revocation(of: place, signOff, at: instant) { return revocation }
        let signing = Signing(entry, signOff, for: role)
        guard index.wording(place) == step.digest else {
            return step.objection(to: signing, in: index, at: instant) ?? .otherWording
        }
        if let reason = people?.undone[place] { return reason }
        guard isInForce(place, at: instant) else { return .datedAhead(entry.recordedAt) }
        if let newest, newest != place { return .replaced(by: index.entries[newest].sequence) }
        // A rejection holds whoever leaves the role: a no never goes away by an edit of the members.
        guard signOff.choice == .approve else { return .rejects }
        if let objection = step.objection(
            toCounting: signing, from: countsFrom, in: index, at: instant)
        {
            return objection
        }
        if index.isNotKept(place) { return .notKept }
        if let end = lapse(of: place, signOff), instant >= end { return .lapsed(end) }
        return .approves
    }

    /// The revocation of an approval is a no and counts at once; that of a rejection at its time.
    private func revocation(
        of place: Int, _ signOff: SignOff, at instant: Instant
    ) -> SignOffReason? {
        guard let taken = index.takenBack[index.entries[place].sequence] else { return nil }
        let entry = index.entries[taken]
        guard signOff.choice == .approve || entry.recordedAt <= instant else { return nil }
        return .takenBack(
            by: entry.statement.principal, at: entry.recordedAt, entry: entry.sequence)
    }
}
