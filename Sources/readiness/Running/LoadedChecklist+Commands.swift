import ChecklistDecoding
import Checks
import Rollout

extension LoadedChecklist {
    /// The checks that run a program, with the steps that they belong to, in their order.
    var commands: [(step: String, check: any Check)] {
        checklist.steps.flatMap { step in
            checks[step.id, default: []].filter { type(of: $0).kind.needsTrust }
                .map { (step.id, $0) }
        }
    }
}
