import Operations
import Reporting
import Rollout
import Synchronization

/// The lines of a run in the order of its plan; of an outcome only its line is kept.
final class OutcomeLines: Sendable {
    private let plan: RunPlan
    /// Nil where there is one checklist alone.
    private let names: RolloutNames?
    private let lines: Mutex<[String?]>

    init(_ plan: RunPlan) {
        self.plan = plan
        let rollouts = Set(plan.items.map(\.checklist.rollout))
        names = rollouts.count > 1 ? RolloutNames(plan.items.map(\.checklist)) : nil
        lines = Mutex(Array(repeating: nil, count: plan.items.count))
    }

    /// Keeps and returns the line of an outcome.
    func note(_ outcome: CheckOutcome, at place: Int) -> String {
        let line = OutcomeLine.text(plan.items[place], outcome, names)
        lines.withLock { $0[place] = line }
        return line
    }

    /// All lines; a check without an outcome was not run.
    var all: [String] {
        lines.withLock { lines in
            zip(plan.items, lines).map { $1 ?? OutcomeLine.text($0, nil, names) }
        }
    }
}
