/// A person allowed a step to be left undone for a while.
package struct Waiver: Hashable, Sendable {
    package let step: StepReference
    package let role: String
    /// The first moment at which the waiver no longer covers.
    package let until: Instant
    package let reason: String

    package init(step: StepReference, role: String, until: Instant, reason: String) {
        self.step = step
        self.role = role
        self.until = until
        self.reason = reason
    }
}
