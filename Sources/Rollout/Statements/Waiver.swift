/// A person allowed a step to be left undone for a while.
package struct Waiver: Hashable, Sendable {
    /// The first moment at which the waiver no longer covers.
    package let until: Instant
    package let reason: String

    package init(until: Instant, reason: String) {
        self.until = until
        self.reason = reason
    }
}
