extension Assessment {
    /// The same where files that entries name are no longer kept as they were.
    ///
    /// What cannot be shown makes nothing ready: a verdict better than NO-GO becomes NO-GO, with the
    /// entries as its reasons. A no stays a no without them.
    package func withoutFiles(of entries: [Int]) -> Assessment {
        guard !entries.isEmpty else { return self }
        let phases = phases.map { $0.withoutFiles(of: entries) }
        let answers = phases.flatMap { [$0.decision, $0.closingDecision].compactMap(\.self) }
        let changed = Dictionary(answers.map { ($0.entry.sequence, $0) }) { first, _ in first }
        return Assessment(
            checklist: checklist, asOf: asOf, phases: phases, steps: steps,
            unattachedSignOffs: unattachedSignOffs, waivers: waivers, revocations: revocations,
            decisions: decisions.map { changed[$0.entry.sequence] ?? $0 },
            corrections: corrections, editorials: editorials, polls: polls, approvals: approvals,
            plan: plan, reuses: reuses, sites: sites, outcomeObjections: outcomeObjections,
            entries: self.entries)
    }
}

extension PhaseAssessment {
    fileprivate func withoutFiles(of entries: [Int]) -> PhaseAssessment {
        PhaseAssessment(
            phase: phase, starts: starts, hasStarted: hasStarted,
            current: current.withoutFiles(of: entries), closing: closing.withoutFiles(of: entries),
            atStart: atStart.map { _ in .noGo }, atEnd: atEnd.map { _ in .noGo }, holdsUntil: nil,
            afterStart: afterStart, due: due,
            decision: decision?.onVerdict(current.verdict.map { _ in .noGo }),
            closingDecision: closingDecision?.onVerdict(closing.verdict.map { _ in .noGo }))
    }
}

extension PhaseFinding {
    fileprivate func withoutFiles(of entries: [Int]) -> PhaseFinding {
        guard let verdict, verdict != .noGo else { return self }
        return PhaseFinding(
            verdict: .noGo, reasons: entries.map { .notKept(entry: $0) } + reasons, counted: counted
        )
    }

    /// The verdict is NO-GO only because of files that are no longer kept.
    package var isForLackOfFiles: Bool {
        reasons.contains { if case .notKept = $0 { true } else { false } }
    }
}
