/// What the own evidence of one step came to over time.
struct StepHistory {
    private let judge: StepJudge
    private var index: EvidenceIndex { judge.index }

    init(_ judge: StepJudge) {
        self.judge = judge
    }

    /// The stretches in which everything that the step asks for was there, in order of time.
    ///
    /// A stretch belongs to the wording of that time; the rules and members are those of today.
    ///
    /// - Parameters:
    ///   - instant: What was recorded later is left out.
    ///   - onlyFirst: Stops after the first stretch has begun.
    /// - Returns: Stretches that do not overlap.
    func stretches(until instant: Instant, onlyFirst: Bool) -> [Stretch] {
        var stretches: [Stretch] = []
        var state = StepHistoryState(judge.step)
        var now = Instant(milliseconds: .min)
        var readySince: Instant?
        for (place, revoked) in happenings {
            let entry = index.entries[place]
            // In the order of the ledger, whatever the clocks say.
            now = max(now, entry.recordedAt)
            guard entry.recordedAt <= instant else { continue }
            if let since = readySince {
                let end = min(state.lapses, now)
                if since < end { stretches.append(Stretch(since, end)) }
                readySince = nil
            }
            take(place, revoked, into: &state)
            guard state.isComplete, now < state.lapses else { continue }
            readySince = now
            if onlyFirst { return [Stretch(now, state.lapses)] }
        }
        if let since = readySince { stretches.append(Stretch(since, state.lapses)) }
        return stretches
    }

    /// The stretches in which a waiver covered the step.
    var waived: [Stretch] {
        let waivers = WaiverJudge(step: judge.step, index: index)
        return index.waivers[judge.step.id, default: []].compactMap { place in
            let entry = index.entries[place]
            guard case .waiver(let waiver) = entry.statement.body,
                entry.recordedAt < waiver.until,
                waivers.reason(of: place, waiver, at: entry.recordedAt).covers
            else { return nil }
            return Stretch(entry.recordedAt, waiver.until)
        }
    }

    /// The checks, sign-offs and revocations of the step by place, in the order of the ledger; for
    /// a revocation the place of what is taken back.
    private var happenings: [(place: Int, revoked: Int?)] {
        let signOffs = index.signOffs[judge.step.id, default: []]
        let revocations = signOffs.compactMap { place in
            index.takenBack[index.entries[place].sequence].map { (place: $0, revoked: Int?(place)) }
        }
        let all = (index.checks[judge.step.id, default: []] + signOffs).map {
            (place: $0, revoked: Int?.none)
        }
        return (all + revocations).sorted { $0.place < $1.place }
    }

    private func take(_ place: Int, _ revoked: Int?, into state: inout StepHistoryState) {
        let entry = index.entries[revoked ?? place]
        guard let reference = entry.statement.step else { return }
        switch entry.statement.body {
        case .check(let report):
            state.turn(to: reference.digest)
            let observed = min(report.observedAt, entry.recordedAt)
            let counts = report.outcome == .met && observed >= countsFrom
            state.note(
                check: report.position, kind: report.kind,
                lapses: counts ? observed.advanced(by: judge.step.freshFor) : nil)
        case .signOff(let signOff):
            guard let role = entry.statement.role else { return }
            if revoked != nil {
                return state.withdraw(entry.statement.principal, role, reference.digest)
            }
            state.turn(to: reference.digest)
            state.note(
                signOff.choice, by: entry.statement.principal, for: role,
                lapses: counts(entry, signOff, role) ? lapse(entry) : nil)
        default: break
        }
    }

    private var countsFrom: Instant { judge.countsFrom ?? Instant(milliseconds: .min) }

    private func lapse(_ entry: Entry) -> Instant {
        judge.step.signOff?.validFor.map { entry.recordedAt.advanced(by: $0) }
            ?? Instant(milliseconds: .max)
    }

    /// Whether an approval counted when it was recorded.
    private func counts(_ entry: Entry, _ signOff: SignOff, _ role: RoleID) -> Bool {
        guard let rule = judge.step.signOff, entry.recordedAt >= countsFrom,
            !rule.evidenceRequired || !signOff.evidence.isEmpty
        else { return false }
        return rule.objection(
            to: entry.statement.principal, for: role, choice: signOff.choice,
            in: index.checklist, excluded: index.excluded) == nil
    }
}
