package import Rollout

/// In which order steps are listed.
package enum StepOrder: String, Hashable, Sendable, CaseIterable {
    /// As the checklist has them.
    case checklist
    /// What is late first, then what is open, then what is done, each by due time.
    case urgency
    case due, status, role, step

    package func sorted(_ steps: [StepAssessment]) -> [StepAssessment] {
        let ordered: [StepAssessment]
        switch self {
        case .checklist: return steps
        case .urgency:
            ordered = by(steps) { (Self.urgency($0), $0.dueLapses) }
        case .due: ordered = by(steps) { (0, $0.dueLapses) }
        case .status: ordered = by(steps) { (Self.rank($0), $0.dueLapses) }
        case .role: ordered = by(steps) { ($0.step.role.text, $0.dueLapses) }
        case .step: ordered = by(steps) { ($0.step.id.text, $0.dueLapses) }
        }
        return ordered
    }

    /// Steps of the same key stay in the order of the checklist.
    private func by<Key: Comparable>(
        _ steps: [StepAssessment], _ key: (StepAssessment) -> (Key, Instant)
    ) -> [StepAssessment] {
        let keyed = steps.enumerated().map { (key: key($1), place: $0, step: $1) }
        return keyed.sorted { left, right in
            (left.key.0, left.key.1, left.place) < (right.key.0, right.key.1, right.place)
        }
        .map(\.step)
    }

    private static func urgency(_ step: StepAssessment) -> Int {
        if step.isLate { return 0 }
        switch step.status {
        case .failing, .unknown: return 1
        case .stale, .pending, .blocked: return 2
        case .waived: return 3
        case .ready: return step.isTainted ? 3 : 4
        case .notApplicable: return 5
        }
    }

    private static func rank(_ step: StepAssessment) -> Int {
        let worst: [StepState] = [
            .failing, .unknown, .stale, .pending, .blocked, .waived, .resting, .ready,
            .notApplicable,
        ]
        return worst.firstIndex(of: StepState(step)) ?? worst.count
    }
}
