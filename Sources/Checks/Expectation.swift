package import Rollout

/// A finding with the sentence that is the reason where it is not met.
package struct Expectation: Hashable, Sendable {
    package let finding: Finding
    package let otherwise: String
    /// It could not be looked at, so that it is neither met nor known to be otherwise.
    package let isUnknown: Bool

    package init(_ expected: String, actual: String, met: Bool, otherwise: String) {
        finding = Finding(expected: expected, actual: actual, met: met)
        self.otherwise = otherwise
        isUnknown = false
    }

    /// An expectation that could not be looked at; `because` is what stood in the way.
    package init(_ expected: String, unknownBecause because: String, otherwise: String) {
        finding = Finding(expected: expected, actual: because, met: false)
        self.otherwise = otherwise
        isUnknown = true
    }
}
