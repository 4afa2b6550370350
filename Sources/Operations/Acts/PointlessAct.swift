package import Rollout

/// Why an act that the rules allow makes no sense.
package enum PointlessAct: Hashable, Sendable {
    /// The step does not apply with the parameters in force.
    case doesNotApply(StepID)
    /// There is nothing to waive.
    case readyAlready(StepID)
    /// No evidence on record was made for the words before.
    case nothingToCarry(StepID)
    /// The phase that the step is due against is over.
    case phaseOver(PhaseID)
    /// The phase is cancelled or does not apply, so that there is no verdict to decide on.
    case noVerdict(PhaseID)
}
