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
        let rollouts = plan.items.map {
            (checklist: $0.checklist, source: plan.name(of: $0))
        }
        names = Set(rollouts.map(\.source)).count > 1 ? RolloutNames(rollouts) : nil
        lines = Mutex(Array(repeating: nil, count: plan.items.count))
    }

    private func line(of item: RunPlan.Item, _ outcome: CheckOutcome?) -> String {
        OutcomeLine.text(
            item, outcome, in: names?.name(of: item.checklist, from: plan.name(of: item)))
    }

    /// Keeps and returns the line of an outcome.
    func note(_ outcome: CheckOutcome, at place: Int) -> String {
        let line = line(of: plan.items[place], outcome)
        lines.withLock { $0[place] = line }
        return line
    }

    /// All lines; a check without an outcome was not run.
    var all: [String] {
        lines.withLock { lines in
            zip(plan.items, lines).map { $1 ?? line(of: $0, nil) }
        }
    }
}
