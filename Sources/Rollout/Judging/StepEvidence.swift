/// The evidence of one step as it counts at one instant.
struct StepEvidence {
    private let judge: StepJudge
    let checks: [(judge: CheckJudge, judged: CheckJudge.Judged?)]
    let sites: [CheckSites]
    let signOffs: [SignOffJudge.Judged]
    private let newestRejection: Int?
    let instant: Instant

    var step: Step { judge.step }
    var index: EvidenceIndex { judge.index }

    init(_ judge: StepJudge, at instant: Instant) {
        self.judge = judge
        self.instant = instant
        checks = judge.checks.map { ($0, $0.judged(at: instant)) }
        sites = judge.checks.map { CheckSites($0, at: instant) }
        signOffs = SignOffJudge(step: judge.step, index: judge.index, countsFrom: judge.countsFrom)
            .judged(at: instant)
        newestRejection = signOffs.last { $0.reason == .rejects }?.place
    }

    /// The decision table from *failing* to *ready*, first match wins.
    var finding: StepFinding {
        failing ?? unknown ?? stale ?? pending ?? ready
    }

    private var ready: StepFinding {
        var places = signOffs.filter { $0.reason == .approves }.map(\.place)
        for (check, _) in checks { places += check.newest(at: instant) }
        let editorials = Set(places.flatMap(index.editorials(behind:))).sorted()
        return StepFinding(
            .ready, editorials.isEmpty ? .ready : .restsOnEditorials(editorials))
    }

    private var failing: StepFinding? {
        for case (_, let judged?) in checks {
            guard isCurrent(judged), judged.report.outcome == .unmet else { continue }
            let unmet = judged.report.findings.filter { $0.standing == .unmet }
            return StepFinding(
                .failing,
                .checkUnmet(
                    judged.name, finding: unmet.first, more: max(0, unmet.count - 1),
                    entry: sequence(judged.place)))
        }
        if let difference = sites.lazy.compactMap(\.difference).first { return difference }
        for rejection in signOffs where rejection.reason == .rejects {
            return StepFinding(
                .failing,
                .rejected(
                    by: rejection.principal, role: rejection.role, note: rejection.signOff.note,
                    entry: sequence(rejection.place)))
        }
        return nil
    }

    private var unknown: StepFinding? {
        for case (_, let judged?) in checks {
            guard isCurrent(judged), judged.report.outcome == .undetermined else {
                continue
            }
            return StepFinding(
                .unknown,
                .checkUndetermined(
                    judged.name, obstacle: judged.report.obstacle,
                    finding: judged.report.findings.first { $0.standing == .unknown },
                    entry: sequence(judged.place)))
        }
        return sites.lazy.compactMap(\.unknown).first
    }

    private var stale: StepFinding? {
        for case (_, let judged?) in checks {
            guard let reason = staleness(of: judged) else { continue }
            return StepFinding(.stale, reason)
        }
        for lacking in lackingRoles {
            guard
                let former = signOffs.last(where: {
                    $0.role == lacking.role && $0.reason.isOfTime
                })
            else { continue }
            return StepFinding(
                .stale,
                .signOffStale(
                    former.reason, choice: former.signOff.choice, by: former.principal,
                    role: former.role, entry: sequence(former.place)))
        }
        return nil
    }

    private func staleness(of judged: CheckJudge.Judged) -> StepReason? {
        let observed = index.observed(judged.place)
        let entry = sequence(judged.place)
        switch judged.freshness {
        case .missing, .current, .siteSilent: return nil
        case .tooOld:
            let lapse = observed.advanced(by: step.freshFor)
            if judged.report.outcome == .met, let end = judged.report.holdsUntil, end < lapse {
                return .checkEnded(judged.name, observedAt: observed, end: end, entry: entry)
            }
            return .checkTooOld(
                judged.name, observedAt: observed, freshFor: step.freshFor, entry: entry)
        case .tooEarly:
            return .checkTooEarly(
                judged.name, observedAt: observed, counts: judge.countsFrom ?? observed,
                entry: entry)
        case .olderWording:
            return .checkOlderWording(judged.name, observedAt: observed, entry: entry)
        }
    }

    private var pending: StepFinding? {
        for check in sites {
            if let silence = check.silence(elsewhere: index.checksElsewhere[step.id]) {
                return silence
            }
        }
        if let missing = checks.first(where: { $0.judged == nil }) {
            return StepFinding(
                .pending,
                .checkMissing(missing.judge.name, elsewhere: index.checksElsewhere[step.id]))
        }
        if let role = step.requestedBy, index.requested[step.id] == nil {
            return StepFinding(
                .pending,
                .requestMissing(
                    role, candidates: judge.checklist.role(role)?.members ?? []))
        }
        if let lacking = lackingRoles.first, let rule = step.signOff {
            let (candidates, barred) = candidates(for: lacking.role)
            return StepFinding(
                .pending,
                .signOffsMissing(
                    role: lacking.role, have: lacking.have, wanted: max(1, rule.count),
                    candidates: candidates, elsewhere: former(for: lacking.role),
                    barred: barred))
        }
        if let rule = step.signOff, rule.roles.isEmpty {
            return StepFinding(.pending, .asksNobody)
        }
        return step.checks.isEmpty && step.signOff == nil
            ? StepFinding(.pending, .asksNothing) : nil
    }

    /// Why the newest sign-off for a role does not count, be it one for another rollout or for a
    /// role that is not asked any more; nil where there is none.
    private func former(for role: RoleID) -> SignOffReason? {
        let asked = step.signOff?.roles ?? []
        let own = signOffs.last { judged in
            guard judged.role == role || !asked.contains(judged.role) else { return false }
            switch judged.reason {
            case .approves, .rejects, .replaced, .samePerson: return false
            default: return true
            }
        }
        if let own { return own.reason }
        return index.signOffsElsewhere[step.id].map { .foreign($0) }
    }

    /// The newest outcome is for the current wording, whatever its age.
    private func isCurrent(_ judged: CheckJudge.Judged) -> Bool {
        judged.freshness != .olderWording
    }

    /// The roles that too few people signed for, with how many did.
    private var lackingRoles: [(role: RoleID, have: Int)] {
        guard let rule = step.signOff else { return [] }
        return rule.roles.compactMap { role in
            let have = approvals(for: role).count
            return have < max(1, rule.count) ? (role, have) : nil
        }
    }

    /// Who approved for a role, each once, with when the approval lapses.
    private func approvals(for role: RoleID) -> [Principal: Instant?] {
        var approvals: [Principal: Instant?] = [:]
        for judged in signOffs where judged.reason == .approves && judged.role == role {
            let member = index.entries[judged.place].statement.actor.represented
            approvals[member] = .some(judged.lapses)
        }
        return approvals
    }

    /// The members who did not approve yet: who can, and who is not asked to, with the reason.
    private func candidates(
        for role: RoleID
    ) -> (can: [Principal], barred: [BarredSigner]) {
        let signed = approvals(for: role)
        let undone = index.approvedBehind(step.id)
        var can: [Principal] = []
        var barred: [BarredSigner] = []
        for member in judge.checklist.role(role)?.members ?? [] where signed[member] == nil {
            if let objection = step.objection(
                to: Signing(Actor(member), for: role, .approve, hasEvidence: true, at: instant),
                in: index, at: instant)
            {
                barred.append(BarredSigner(member, .objection(objection)))
            } else if let reason = approval(underAnotherNameThan: member, for: role) {
                barred.append(BarredSigner(member, .objection(reason)))
            } else if let other = undone[member] {
                barred.append(BarredSigner(member, .undoes(other)))
            } else {
                can.append(member)
            }
        }
        return (can, barred)
    }

    /// What keeps a member from signing who has signed under another name that the list of signers has
    /// for the same person; nil where there is no such approval.
    private func approval(
        underAnotherNameThan member: Principal, for role: RoleID
    ) -> SignOffReason? {
        let approval = signOffs.first { judged in
            let names = index.entries[judged.place].otherNames
            return judged.reason == .approves
                && (names.principal.contains(member)
                    || judged.role == role && names.member.contains(member))
        }
        return approval.map { .samePerson(as: $0.principal, entry: sequence($0.place)) }
    }

    /// When evidence that is all there stops to be; nil where it does not lapse.
    var lapse: Instant? {
        var lapse: Instant?
        for case (_, let judged?) in checks { lapse = StepJudge.earlier(lapse, judged.lapses) }
        guard let rule = step.signOff else { return lapse }
        for role in rule.roles {
            let ends = approvals(for: role).values.map { $0 ?? Instant(milliseconds: .max) }
                .sorted(by: >)
            let wanted = max(1, rule.count)
            guard ends.count >= wanted else { continue }
            let end = ends[wanted - 1]
            if end.milliseconds != .max { lapse = StepJudge.earlier(lapse, end) }
        }
        return lapse
    }

    /// An entry after a waiver that says no to something that was not known when it was given.
    func newerNo(than waiver: Int) -> Int? {
        for (check, _) in checks {
            if let no = check.newerNo(than: waiver, at: instant) { return no }
        }
        return newestRejection.flatMap { $0 > waiver ? $0 : nil }
    }

    private func sequence(_ place: Int) -> Int { index.entries[place].sequence }
}

extension StepEvidence {
    /// The roles that too few people signed for, and who can do so now, in their own name or as a
    /// deputy; none before the change was asked for.
    var lacking: [LackingRole] {
        guard let rule = step.signOff else { return [] }
        if step.requestedBy != nil, index.requested[step.id] == nil { return [] }
        return lackingRoles.map { role, have in
            let (candidates, barred) = candidates(for: role)
            return LackingRole(
                role: role, have: have, wanted: max(1, rule.count),
                candidates: candidates.flatMap { signers(for: $0, in: role) }, barred: barred)
        }
    }

    /// A member who can sign, after the deputies who can sign in the member's place.
    private func signers(for member: Principal, in role: RoleID) -> [Actor] {
        let undone = index.approvedBehind(step.id)
        return judge.checklist.actors(for: member, in: role, at: instant).filter { actor in
            guard actor.onBehalfOf != nil else { return true }
            let signing = Signing(actor, for: role, .approve, hasEvidence: true, at: instant)
            return undone[actor.principal] == nil
                && step.objection(to: signing, in: index, at: instant) == nil
                && approval(underAnotherNameThan: actor.principal, for: role) == nil
                && !signOffs.contains {
                    $0.reason == .approves && $0.role == role && $0.principal == actor.principal
                }
        }
    }
}
