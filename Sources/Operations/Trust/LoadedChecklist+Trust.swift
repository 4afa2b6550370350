package import ChecklistDecoding
package import Checks
package import Rollout

extension LoadedChecklist {
    /// What the checks of a checklist would execute, with the steps that they stand in, in the
    /// order of the checklist.
    package var executions: [(step: StepID, execution: Execution)] {
        checklist.steps.flatMap { step in
            checks[step.id, default: []].compactMap { check in
                check.check.execution.map { (step: step.id, execution: $0) }
            }
        }
    }
}
