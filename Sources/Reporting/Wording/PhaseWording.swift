package import Rollout

/// What a phase's verdicts say and why, in words.
package enum PhaseWording {
    package static func sentence(_ reason: PhaseReason, _ context: WordingContext) -> String {
        switch reason {
        case .cancelled: return "The phase is cancelled."
        case .doesNotApply(let mismatches):
            return "The phase does not apply\(MismatchWording.tail(mismatches))"
        case .nothingApplies:
            return "No blocking step applies, so nothing shows readiness."
        case .planNotApproved(let roles, let approved):
            return PlanWording.lacking(roles, approved: approved, context)
        case .retrospectiveOwed(let entry, let due):
            return
                "The emergency decision of entry \(entry) owes its retrospective, by \(context.end(due))."
        case .notKept(let entry):
            return "Entry \(entry) rests on a file that cannot be shown any more."
        case .step(let id, let level, let status, let reason):
            let advisory = level == .advisory ? " (advisory)" : ""
            let state = status == .ready ? StepState.resting.words : status.rawValue
            return "\(id)\(advisory) is \(state): \(StepWording.sentence(reason, context))"
        }
    }

    /// The verdict in a word or two, also where there is none.
    package static func word(_ verdict: Verdict?) -> String { verdict?.rawValue ?? "no verdict" }

    /// `NO-GO with 2 open conditions`, `GO`, `no verdict`.
    package static func verdict(_ finding: PhaseFinding) -> String {
        guard let verdict = finding.verdict else { return word(nil) }
        return finding.conditions == 0
            ? verdict.rawValue
            : "\(verdict.rawValue) with \(DecisionWording.conditions(finding.conditions))"
    }

    /// The question that the verdict of the phase answers at the instant.
    package static func question(_ phase: PhaseAssessment) -> String {
        phase.hasStarted ? "May it be closed, by the steps that are due by now" : "May it start"
    }

    /// Until when the verdict holds, and what it will be or was at the start; nil where there is no
    /// verdict.
    package static func forecast(_ phase: PhaseAssessment, _ context: WordingContext) -> String? {
        guard phase.verdict != nil else { return nil }
        let now = verdict(phase.current)
        let then =
            phase.holdsUntil.map { "it is \(now) until \(context.time($0))" } ?? "it stays \(now)"
        let holds = "If nothing more is recorded, \(then)"
        if phase.phase.start == .toBeAnnounced { return "\(holds)." }
        let start = phase.atStart?.rawValue ?? "without a verdict"
        return phase.hasStarted
            ? "\(holds). At the start it was \(start)."
            : "\(holds), and at the start it will be \(start)."
    }

    /// Why the phase is held back as a whole, whatever its steps say.
    package static func holds(_ phase: PhaseAssessment, _ context: WordingContext) -> [String] {
        phase.current.reasons.filter { reason in
            switch reason {
            case .planNotApproved, .retrospectiveOwed, .notKept, .nothingApplies: true
            case .cancelled, .doesNotApply, .step: false
            }
        }.map { sentence($0, context) }
    }

    /// What a completed phase was at its end, which stays; nil for any other.
    package static func ended(_ phase: PhaseAssessment) -> String? {
        guard phase.phase.status == .completed else { return nil }
        return "It is completed: at its end it was \(word(phase.atEnd)), and that stays."
    }

    /// Whether it may be closed, over every step that is due against it; nil where there is no
    /// verdict.
    package static func closing(_ phase: PhaseAssessment) -> String? {
        phase.closing.verdict == nil ? nil : "To be closed: \(verdict(phase.closing))."
    }
}
