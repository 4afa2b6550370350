package import CanonicalJSON

/// What a check found.
package struct CheckOutcome: Hashable, Sendable {
    /// What the findings come to.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It was looked at, and it is so.
        case met
        /// It was looked at, and it is not so.
        case unmet
        /// It could not be looked at.
        case undetermined
    }

    package let outcome: Outcome
    /// What stood in the way of looking; nil where nothing did.
    package let obstacle: Obstacle?
    /// In the order of the expectations.
    package let findings: [Finding]
    /// When the observation ended.
    package let observedAt: Instant
    /// What was observed, by name, kept whatever the judgement.
    ///
    /// The name of a measured value carries its unit: `handshake-ms`.
    package let facts: [String: JSONValue]

    /// The outcome follows from the rest, here and nowhere else.
    ///
    /// What is known not to be so weighs more than what could not be looked at; met is only what
    /// has at least one finding, all of them met, and nothing in the way.
    package init(
        findings: [Finding], obstacle: Obstacle? = nil, observedAt: Instant,
        facts: [String: JSONValue] = [:]
    ) {
        if findings.contains(where: { $0.standing == .unmet }) {
            outcome = .unmet
        } else if obstacle == nil, !findings.isEmpty, findings.allSatisfy(\.isMet) {
            outcome = .met
        } else {
            outcome = .undetermined
        }
        self.obstacle =
            obstacle ?? (findings.isEmpty ? Obstacle(.nothingExpected) : nil)
        self.findings = findings
        self.observedAt = observedAt
        self.facts = facts
    }
}
