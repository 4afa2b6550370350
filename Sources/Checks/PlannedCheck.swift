/// A check that is to be carried out for a step.
package struct PlannedCheck: Sendable {
    /// The place of the check in its step, from 0.
    package let position: Int
    package let check: ConfiguredCheck
    package let environment: CheckEnvironment

    package init(position: Int, check: ConfiguredCheck, environment: CheckEnvironment) {
        self.position = position
        self.check = check
        self.environment = environment
    }

    /// How long it may take, with all its attempts.
    var timeout: Duration { check.longest(environment.timeout) }
}
