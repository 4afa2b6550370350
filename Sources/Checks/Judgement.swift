import CanonicalJSON
package import Rollout

/// What an observation means for the options of its check; the outcome follows from it.
package struct Judgement: Hashable, Sendable {
    package let findings: [Finding]
    /// What stood in the way of looking; nil where nothing did.
    package let obstacle: Obstacle?

    package init(_ findings: [Finding], obstacle: Obstacle? = nil) {
        self.findings = findings
        self.obstacle = obstacle
    }

    /// What it is for the record.
    func outcome(at instant: Instant, facts: [String: JSONValue] = [:]) -> CheckOutcome {
        CheckOutcome(findings: findings, obstacle: obstacle, observedAt: instant, facts: facts)
    }

    /// It could not be looked at.
    package init(_ code: Obstacle.Code, _ values: [String: String] = [:]) {
        self.init([], obstacle: Obstacle(code, values))
    }
}
