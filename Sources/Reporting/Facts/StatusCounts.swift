package import Rollout

/// How many steps are in each state; the counts sum to the number of steps.
package struct StatusCounts: Hashable, Sendable {
    private var counts: [StepState: Int] = [:]
    package private(set) var total = 0
    /// The steps that are late, whatever their state.
    package private(set) var late = 0

    package init() {}

    package init(_ steps: some Sequence<StepAssessment>) {
        for step in steps { add(step) }
    }

    package mutating func add(_ step: StepAssessment) {
        counts[StepState(step), default: 0] += 1
        total += 1
        if step.isLate { late += 1 }
    }

    package subscript(state: StepState) -> Int { counts[state, default: 0] }

    /// The steps that apply.
    package var applicable: Int { total - self[.notApplicable] }

    /// The steps that something is left to do for.
    package var open: Int {
        [.blocked, .pending, .stale, .unknown, .failing].reduce(0) { $0 + self[$1] }
    }

    /// Such as "3 of 5 ready" and "3 of 5 ready, 1 resting on a waiver"; of the steps that apply.
    package var readyOfTotal: String {
        let resting = self[.resting] == 0 ? "" : ", \(self[.resting]) resting on a waiver"
        return "\(self[.ready]) of \(applicable) ready\(resting)"
    }

    /// The same where room is short.
    package var shortReadyOfTotal: String {
        let resting = self[.resting] == 0 ? "" : ", \(self[.resting]) on waiver"
        return "\(self[.ready]) of \(applicable) ready\(resting)"
    }

    /// Such as "3 ready, 1 failing, 1 pending"; states that no step has are left out.
    package var words: String {
        let parts = StepState.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.words)" }
        return parts.isEmpty ? "no steps" : parts.joined(separator: ", ")
    }
}
