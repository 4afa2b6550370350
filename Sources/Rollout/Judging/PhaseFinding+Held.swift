extension PhaseFinding {
    /// The same where the text of the checklist has to be approved first.
    func held(by plan: PlanStanding?) -> PhaseFinding {
        guard case .lacking(let roles, let approved) = plan else { return self }
        return held(by: [.planNotApproved(roles, approved: approved)])
    }

    /// The same, NO-GO for reasons that come before those of the steps.
    func held(by reasons: [PhaseReason]) -> PhaseFinding {
        guard !reasons.isEmpty, verdict != nil else { return self }
        return PhaseFinding(
            verdict: .noGo, reasons: reasons + self.reasons, counted: counted)
    }
}

extension PlanStanding {
    var isLacking: Bool { self != .approved }
}
