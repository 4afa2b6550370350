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

    /// What its checks execute and no trust can be tied to, as they name it, and the folders that an
    /// interpreter is given where they run in this one.
    package func unboundPrograms(in folder: String) -> [String] {
        let executions = executions.map(\.execution)
        return RelativePrograms.unbound(in: executions)
            + RelativePrograms(of: executions, folder: folder).folders.sorted()
    }

    /// What its checks do may depend on trust: they execute something, or may read what its author
    /// could not.
    package var mayNeedTrust: Bool {
        checks.values.contains { $0.contains { $0.check.mayNeedTrust } }
    }
}
