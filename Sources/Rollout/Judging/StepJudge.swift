/// Finds where one step stands by its own evidence, leaving out what other steps say.
struct StepJudge {
    let step: Step
    let index: EvidenceIndex
    let checks: [CheckJudge]
    /// Before this moment no yes counts; nil where any does.
    let countsFrom: Instant?

    var checklist: Checklist { index.checklist }

    init(step: Step, index: EvidenceIndex) {
        self.step = step
        self.index = index
        let countsFrom = index.checklist.countsFrom(step)
        self.countsFrom = countsFrom
        let all = index.checks[step.id, default: []]
        checks = step.checks.indices.map {
            CheckJudge(
                step: step, position: $0, index: index, countsFrom: countsFrom, among: all)
        }
    }

    /// What the step's own evidence says at an instant.
    struct Own {
        /// `ready` means here that the step's own evidence is all there.
        let finding: StepFinding
        let evidence: StepEvidence
        /// What a waived step would be without its waiver.
        let withoutWaiver: StepFinding?
        /// The waiver that covers it, by the place of its entry.
        let waiver: Int?
        /// When the evidence that is in force lapses; nil where it is not all there, or never does.
        let lapses: Instant?
        /// When the next of the step's entries that are dated ahead comes into force.
        let ahead: Instant?
        /// The next moment at which anything of this may change by itself.
        let changes: Instant?

        /// All of the step's own evidence is there, waived or not.
        var isComplete: Bool { (withoutWaiver ?? finding).status == .ready }
    }

    /// The decision table down to *blocked*, first match wins.
    func own(at instant: Instant) -> Own {
        let evidence = StepEvidence(self, at: instant)
        if let finding = notApplicable {
            return Own(
                finding: finding, evidence: evidence, withoutWaiver: nil, waiver: nil,
                lapses: nil, ahead: nil, changes: nil)
        }
        let plain = evidence.finding
        let ahead = nextDatedAhead(after: instant)
        let lapses = plain.status == .ready ? evidence.lapse : nil
        let changes = Self.earlier(ahead, lapses)
        if let (place, until) = waiver(at: instant, evidence) {
            let entry = index.entries[place]
            let reason = StepReason.waived(
                by: entry.statement.principal, until: until, entry: entry.sequence,
                otherwise: plain.reason)
            return Own(
                finding: StepFinding(.waived, reason), evidence: evidence, withoutWaiver: plain,
                waiver: place, lapses: lapses, ahead: ahead,
                changes: Self.earlier(changes, until))
        }
        return Own(
            finding: plain, evidence: evidence, withoutWaiver: nil, waiver: nil,
            lapses: lapses, ahead: ahead, changes: changes)
    }

    /// Until when evidence that is all there stays so; nil where it is not, or does not lapse.
    func countsUntil(_ own: Own) -> Instant? {
        var own = own
        // What is dated ahead may carry the evidence on.
        while own.isComplete {
            guard own.ahead != nil else { return own.lapses }
            guard let next = own.changes else { return nil }
            own = self.own(at: next)
            if !own.isComplete { return next }
        }
        return nil
    }

    private var notApplicable: StepFinding? {
        if case .doesNotApply(let mismatches) = step.applicability {
            return StepFinding(.notApplicable, .notApplicable(mismatches, phase: nil))
        }
        guard case .doesNotApply(let mismatches) = checklist.applicability(of: step) else {
            return nil
        }
        return StepFinding(.notApplicable, .notApplicable(mismatches, phase: step.due.phase))
    }

    /// The newest waiver that covers the step, and until when.
    private func waiver(at instant: Instant, _ evidence: StepEvidence) -> (Int, Instant)? {
        let judge = WaiverJudge(step: step, index: index)
        for place in index.waivers[step.id, default: []].reversed() {
            guard case .waiver(let waiver) = index.entries[place].statement.body,
                judge.reason(of: place, waiver, at: instant).covers,
                evidence.newerNo(than: index.given(place)) == nil
            else { continue }
            return (place, waiver.until)
        }
        return nil
    }

    /// Every waiver of the step, judged with what was recorded after it.
    func waiverReasons(
        at instant: Instant, _ evidence: StepEvidence
    ) -> [(place: Int, reason: WaiverReason)] {
        let judge = WaiverJudge(step: step, index: index)
        let places = index.waivers[step.id, default: []]
        return places.compactMap { place in
            guard case .waiver(let waiver) = index.entries[place].statement.body else { return nil }
            let reason = judge.reason(of: place, waiver, at: instant)
            guard reason.covers, let newer = evidence.newerNo(than: index.given(place))
            else {
                return (place, reason)
            }
            return (place, .overtaken(by: index.entries[newer].sequence))
        }
    }

    /// When the next of the step's entries that are dated later than the instant comes into force.
    private func nextDatedAhead(after instant: Instant) -> Instant? {
        let places =
            index.checks[step.id, default: []] + index.signOffs[step.id, default: []]
            + index.waivers[step.id, default: []]
        var next: Instant?
        for place in places {
            let entry = index.entries[place]
            if entry.recordedAt > instant { next = Self.earlier(next, entry.recordedAt) }
            if let taken = index.takenBack[entry.sequence] {
                let revoked = index.entries[taken].recordedAt
                if revoked > instant { next = Self.earlier(next, revoked) }
            }
            for reference in step.signOff?.notBy ?? [] {
                for mark in entry.marks {
                    guard let ends = index.excluded[reference]?[mark]?.ends, ends > instant,
                        ends < .latest
                    else { continue }
                    next = Self.earlier(next, ends)
                }
            }
        }
        return next
    }

    /// The earlier of two moments, either of which may be missing.
    static func earlier(_ left: Instant?, _ right: Instant?) -> Instant? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }
}
