/// The table that turns steps into the verdict of a phase; both of its questions use it.
struct PhaseTable {
    let steps: [Step]
    /// Where each step stands.
    let standings: [StepStanding]

    /// The verdict over the steps at some places, which are in the order of the checklist.
    func finding(over counted: [Int], of phase: Phase) -> PhaseFinding {
        if phase.status == .cancelled {
            return PhaseFinding(verdict: nil, reasons: [.cancelled], counted: counted)
        }
        if case .doesNotApply(let mismatches) = phase.applicability {
            return PhaseFinding(
                verdict: nil, reasons: [.doesNotApply(mismatches)], counted: counted)
        }
        var tally = PhaseTally()
        var reasons: [PhaseTally.Weight: [PhaseReason]] = [:]
        for place in counted {
            guard let weight = weight(of: place) else { continue }
            tally.add(weight)
            if weight != .clear, weight != .advisoryClear {
                reasons[weight, default: []].append(reason(place))
            }
        }
        let inOrder = [.open, .condition, .advisoryOpen].flatMap { reasons[$0, default: []] }
        return PhaseFinding(
            verdict: tally.verdict, reasons: (tally.isEmpty ? [.nothingApplies] : []) + inOrder,
            counted: counted)
    }

    /// What a step weighs in a verdict; nil for one that does not apply.
    func weight(of place: Int) -> PhaseTally.Weight? {
        PhaseTally.Weight(
            level: steps[place].level, status: standings[place].finding.status,
            isTainted: !standings[place].restsOn.isEmpty)
    }

    private func reason(_ place: Int) -> PhaseReason {
        let finding = standings[place].finding
        return .step(
            steps[place].id, level: steps[place].level, status: finding.status,
            reason: finding.reason)
    }
}
