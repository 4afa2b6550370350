package import CanonicalJSON

/// One check of a step was carried out.
package struct CheckReport: Hashable, Sendable {
    /// The name of the fact that says which path of the host was looked at, or worked in, from the
    /// root.
    package static let resolvedPath = "resolved-path"

    /// What stands in the place of a secret, in facts and findings.
    package static let hiddenSecret = "‹secret›"

    /// The place of the check in its step, from 0.
    package let position: Int
    package let kind: String
    package let outcome: CheckOutcome.Outcome
    /// What stood in the way of looking; nil where nothing did.
    package let obstacle: Obstacle?
    package let findings: [Finding]
    /// When the observation ended.
    package let observedAt: Instant
    /// When what was seen ends by itself, whatever the checklist allows; nil where nothing does.
    package let holdsUntil: Instant?
    /// What was observed: an object in canonical form.
    package let facts: Kept<JSONText>
    /// The name and version of the program that looked, such as `readiness 0.1.0`.
    package let tool: String
    /// The name of the machine that it looked from.
    package let host: String

    package init(
        position: Int, kind: String, outcome: CheckOutcome.Outcome, obstacle: Obstacle?,
        findings: [Finding], observedAt: Instant, holdsUntil: Instant? = nil,
        facts: Kept<JSONText>, tool: String, host: String
    ) {
        self.position = position
        self.kind = kind
        self.outcome = outcome
        self.obstacle = obstacle
        self.findings = findings
        self.observedAt = observedAt
        self.holdsUntil = holdsUntil
        self.facts = facts
        self.tool = tool
        self.host = host
    }
}
