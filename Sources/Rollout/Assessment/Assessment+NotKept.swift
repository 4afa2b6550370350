extension Assessment {
    /// The same where files that entries name are no longer kept as they were.
    ///
    /// What cannot be shown makes nothing ready: no yes of `all`, which name such files, counts, and a
    /// verdict better than NO-GO becomes NO-GO, with the first entries that name them as its reasons.
    /// A no stays a no without them, and nothing becomes better: a lost yes may have been what made older
    /// evidence void. `entries` are what it was judged by.
    package func withoutFiles(
        of first: [Int], all: Set<Int>, among entries: [Entry]
    ) -> Assessment {
        guard !first.isEmpty else { return self }
        let kept = checklist.assessment(of: entries, asOf: asOf, notKept: all)
        let phases = zip(kept.phases, phases).map { $0.withoutFiles(of: first, before: $1) }
        let answers = phases.flatMap { [$0.decision, $0.closingDecision].compactMap(\.self) }
        let changed = Dictionary(answers.map { ($0.entry.sequence, $0) }) { first, _ in first }
        return Assessment(
            checklist: checklist, asOf: asOf, phases: phases,
            steps: zip(kept.steps, steps).map { $0.ifNotBetter(than: $1) },
            unattachedSignOffs: kept.unattachedSignOffs, waivers: kept.waivers,
            revocations: kept.revocations,
            decisions: kept.decisions.map { changed[$0.entry.sequence] ?? $0 },
            corrections: kept.corrections, editorials: kept.editorials, polls: kept.polls,
            approvals: kept.approvals, plan: kept.plan, reuses: kept.reuses, sites: kept.sites,
            outcomeObjections: kept.outcomeObjections, entries: kept.entries)
    }
}

extension StepAssessment {
    /// The step as it is without the files, or as it was with them where it would be further now.
    fileprivate func ifNotBetter(than before: StepAssessment) -> StepAssessment {
        openness < before.openness || before.openness == .open ? before : self
    }

    private enum Openness: Comparable {
        case settled, waived, open
    }

    private var openness: Openness {
        guard status.isSettled else { return .open }
        return status == .waived ? .waived : .settled
    }
}

extension PhaseAssessment {
    fileprivate func withoutFiles(
        of entries: [Int], before: PhaseAssessment
    ) -> PhaseAssessment {
        PhaseAssessment(
            phase: phase, starts: starts, hasStarted: hasStarted,
            current: current.withoutFiles(of: entries, before: before.current),
            closing: closing.withoutFiles(of: entries, before: before.closing),
            atStart: atStart.map { _ in .noGo }, atEnd: atEnd.map { _ in .noGo }, holdsUntil: nil,
            afterStart: afterStart, due: due,
            decision: decision?.onVerdict(current.verdict.map { _ in .noGo }),
            closingDecision: closingDecision?.onVerdict(closing.verdict.map { _ in .noGo }))
    }
}

extension PhaseFinding {
    /// `before` is what it was with the files; only what was better than NO-GO then is so for lack of
    /// them.
    fileprivate func withoutFiles(of entries: [Int], before: PhaseFinding) -> PhaseFinding {
        guard let verdict = before.verdict else { return self }
        let lost = verdict == .noGo ? [] : entries.map { PhaseReason.notKept(entry: $0) }
        // Of a step that was open already, what kept it open then; of any other one, what does now.
        let new = reasons.filter { reason in
            !before.reasons.contains { $0.isOfSame(as: reason) && !$0.isWaived }
        }
        let old = before.reasons.filter { reason in !new.contains { $0.isOfSame(as: reason) } }
        return PhaseFinding(verdict: .noGo, reasons: lost + old + new, counted: counted)
    }

    /// The verdict is NO-GO only because of files that are no longer kept.
    package var isForLackOfFiles: Bool {
        reasons.contains { if case .notKept = $0 { true } else { false } }
    }
}

extension PhaseReason {
    fileprivate func isOfSame(as other: PhaseReason) -> Bool {
        if case .step(let own, _, _, _) = self, case .step(let their, _, _, _) = other {
            return own == their
        }
        return self == other
    }

    fileprivate var isWaived: Bool {
        if case .step(_, _, .waived, _) = self { true } else { false }
    }
}
