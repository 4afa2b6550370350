package import CanonicalJSON

/// What a check found.
package struct CheckResult: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It was looked at, and it is so.
        case met
        /// It was looked at, and it is not so.
        case unmet
        /// It could not be looked at.
        case undetermined
    }

    package let outcome: Outcome
    /// One sentence that says why, always.
    package let reason: String
    /// What is met but wants attention, such as a certificate that expires soon; one sentence each.
    package let warnings: [String]
    /// When the observation ended.
    package let observedAt: Instant
    /// What was observed, by name, kept whatever the judgement.
    ///
    /// The name of a measured value carries its unit: `handshake-ms`.
    package let facts: [String: JSONValue]
    package let findings: [Finding]

    package init(
        outcome: Outcome, reason: String, warnings: [String] = [], observedAt: Instant,
        facts: [String: JSONValue] = [:], findings: [Finding] = []
    ) {
        self.outcome = outcome
        self.reason = reason
        self.warnings = warnings
        self.observedAt = observedAt
        self.facts = facts
        self.findings = findings
    }
}
