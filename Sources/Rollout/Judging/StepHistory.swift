/// What the own evidence of one step came to over time.
///
/// A moment is judged by what was known at it: the entries up to the last one of that time, in the
/// order of the ledger. The rules and the members are those of today.
struct StepHistory {
    private let judge: StepJudge
    private let instant: Instant
    /// The waivers of the step that nothing was ever wrong with, and when each was in force.
    private let waivers: [(place: Int, covers: TimeSpan)]
    private var index: EvidenceIndex { judge.index }
    private var step: Step { judge.step }

    /// The history up to an instant.
    init(_ judge: StepJudge, until instant: Instant) {
        self.judge = judge
        self.instant = instant
        waivers = Self.waivers(of: judge.step, judge.index)
    }

    /// What changes at a moment.
    private enum Change {
        case evidence(place: Int)
        case takenBack(place: Int)
        case excluded(person: Int)
        case freed(person: Int)
        /// A waiver begins, ends or is taken back.
        case waiver
    }

    /// When everything that the step asks for was there, and when a waiver covered it.
    ///
    /// Both are in order of time, without overlap. `onlyFirst` stops when everything was there for
    /// the first time.
    func spans(onlyFirst: Bool) -> (complete: [TimeSpan], waived: [TimeSpan]) {
        var complete: [TimeSpan] = []
        var waived: [TimeSpan] = []
        var state = WordingHistory(step)
        var completeSince: TimeSpan?
        var waivedSince: Instant?
        let changes = self.changes
        var next = 0
        while next < changes.count {
            let now = changes[next].at
            while next < changes.count, changes[next].at == now {
                take(changes[next].change, at: now, into: &state)
                next += 1
            }
            if let since = completeSince {
                complete.append(TimeSpan(since.begins, min(since.ends, now)))
            }
            completeSince = state.lapses.flatMap { now < $0 ? TimeSpan(now, $0) : nil }
            if onlyFirst, let first = completeSince { return ([first], []) }
            if let since = waivedSince { waived.append(TimeSpan(since, now)) }
            waivedSince = isWaived(at: now, state) ? now : nil
        }
        if let since = completeSince { complete.append(since) }
        if let since = waivedSince { waived.append(TimeSpan(since, .latest)) }
        return (TimeSpan.merged(complete), TimeSpan.merged(waived))
    }

    /// The changes up to the instant, in order of time.
    private var changes: [(at: Instant, change: Change)] {
        var changes = evidenceChanges + waiverChanges
        for (person, spans) in exclusions {
            for span in spans {
                changes.append((span.begins, .excluded(person: person)))
                changes.append((span.ends, .freed(person: person)))
            }
        }
        let inTime = changes.enumerated().filter { $1.at <= instant }
        return inTime.sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// A yes counts at its time, a no as soon as it is known.
    private var evidenceChanges: [(at: Instant, change: Change)] {
        var changes: [(at: Instant, change: Change)] = []
        let signOffs = index.signOffs[step.id, default: []].filter {
            index.objections[$0] == nil && index.people[step.id]?.undone[$0] == nil
        }
        for place in index.checks[step.id, default: []] + signOffs {
            let entry = index.entries[place]
            let isYes = Self.isYes(entry.statement.body)
            changes.append((isYes ? entry.recordedAt : index.known[place], .evidence(place: place)))
            guard let taken = index.takenBack[entry.sequence] else { continue }
            let back = isYes ? index.known[taken] : index.entries[taken].recordedAt
            changes.append((back, .takenBack(place: place)))
        }
        return changes
    }

    private static func isYes(_ body: StatementBody) -> Bool {
        switch body {
        case .check(let report): return report.outcome == .met
        case .signOff(let signOff): return signOff.choice == .approve
        default: return true
        }
    }

    private var waiverChanges: [(at: Instant, change: Change)] {
        waivers.flatMap { waiver in
            [(waiver.covers.begins, .waiver), (waiver.covers.ends, .waiver)]
        }
    }

    /// When those who signed this step were kept from signing it.
    private var exclusions: [(Int, [TimeSpan])] {
        guard let rule = step.signOff, !rule.notBy.isEmpty else { return [] }
        var spans: [Int: [TimeSpan]] = [:]
        for place in index.signOffs[step.id, default: []] where index.objections[place] == nil {
            let person = index.people[step.id]?.persons[place] ?? place
            let marks = Set(index.entries[place].marks)
            for reference in rule.notBy {
                for mark in marks {
                    spans[person, default: []] += index.excluded[reference]?[mark]?.spans ?? []
                }
            }
        }
        return spans.filter { !$1.isEmpty }.map { ($0, TimeSpan.merged($1)) }
    }

    private func take(_ change: Change, at now: Instant, into state: inout WordingHistory) {
        switch change {
        case .evidence(let place): take(place, into: &state)
        case .takenBack(let place):
            let statement = index.entries[place].statement
            guard let role = statement.role, let digest = index.wording(place) else { return }
            state.takeBack(index.signer(place, role), at: place, of: digest)
        case .excluded(let person): state.exclude(person)
        case .freed(let person): state.free(person)
        case .waiver: break
        }
    }

    private func take(_ place: Int, into state: inout WordingHistory) {
        let entry = index.entries[place]
        guard let digest = index.wording(place) else { return }
        switch entry.statement.body {
        case .check(let report):
            let observed = index.observed(place)
            let counts = report.outcome == .met && observed >= countsFrom
            state.note(
                report, from: index.site(place), at: place, of: digest,
                lapses: counts ? step.lapse(of: report, observed: observed) : nil,
                seen: seen(report, at: place))
        case .signOff(let signOff):
            guard let role = entry.statement.role, let rule = step.signOff else { return }
            state.note(
                signOff.choice, by: index.signer(place, role), at: place, of: digest,
                lapses: counts(entry, signOff, role)
                    ? rule.lapse(of: entry.recordedAt) ?? .latest : nil)
        default: break
        }
    }

    /// What an outcome saw of the facts that are compared; nothing where none are.
    private func seen(_ report: CheckReport, at place: Int) -> [ComparedFact?] {
        guard judge.checks.indices.contains(report.position) else { return [] }
        return judge.checks[report.position].comparing?.facts(at: place) ?? []
    }

    private var countsFrom: Instant { judge.countsFrom ?? .earliest }

    /// Whether an approval counts while its author is not excluded.
    private func counts(
        _ entry: Entry, _ signOff: SignOff, _ role: RoleID
    ) -> Bool {
        step.objection(
            toCounting: Signing(entry, signOff, for: role), from: judge.countsFrom, in: index,
            at: .latest) == nil
    }

    private static func waivers(
        of step: Step, _ index: EvidenceIndex
    ) -> [(place: Int, covers: TimeSpan)] {
        let judge = WaiverJudge(step: step, index: index)
        return index.waivers[step.id, default: []].compactMap { place in
            let entry = index.entries[place]
            guard case .waiver(let waiver) = entry.statement.body,
                judge.objection(to: place, waiver) == nil
            else { return nil }
            let back = index.takenBack[entry.sequence].map { index.known[$0] } ?? .latest
            let ends = min(waiver.until, back)
            return entry.recordedAt < ends
                ? (index.given(place), TimeSpan(entry.recordedAt, ends)) : nil
        }
    }

    private func isWaived(at now: Instant, _ state: WordingHistory) -> Bool {
        guard !waivers.isEmpty else { return false }
        let count = index.count(knownAt: now)
        return waivers.contains { waiver in
            waiver.covers.begins <= now && now < waiver.covers.ends
                && (state.newestRejection ?? -1) < waiver.place
                && judge.checks.allSatisfy {
                    $0.newerNo(than: waiver.place, at: now, among: count) == nil
                }
        }
    }
}
