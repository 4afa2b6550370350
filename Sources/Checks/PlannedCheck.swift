/// A check that is to be carried out for a step.
package struct PlannedCheck: Sendable {
    /// The place of the check in its step, from 0.
    package let position: Int
    package let check: any Check
    package let surroundings: Surroundings

    package init(position: Int, check: any Check, surroundings: Surroundings) {
        self.position = position
        self.check = check
        self.surroundings = surroundings
    }

    /// How long the observation may take.
    var timeout: Duration { check.timeout ?? surroundings.timeout }
}
