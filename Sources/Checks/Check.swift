package import Fields
package import CanonicalJSON
import LocatedYAML
package import Rollout

/// A check of one kind with its options: it observes first and judges what it saw afterwards.
package protocol Check: Sendable {
    /// Everything that was seen, also where the looking ended early.
    associatedtype Observation: Sendable

    /// The name, the options and the rights of the kind.
    static var kind: CheckKind { get }

    /// Reads the options; nil where one is wrong, and then what is wrong is reported.
    init?(_ options: MappingReader)

    /// What is checked, for records and reports.
    var definition: CheckDefinition { get }

    /// How long the observation may take; nil leaves it to the checklist's default.
    var timeout: Duration? { get }

    /// Looks, within the time that the surroundings give, and ends early where the task is cancelled.
    func observe(_ surroundings: Surroundings) async -> Observation

    /// What was seen, by name; kept whatever the judgement.
    func facts(of observation: Observation) -> [String: JSONValue]

    /// Holds what was seen against the options; `instant` is when the observation ended.
    func judge(_ observation: Observation, at instant: Instant) -> Judgement
}

extension Check {
    /// Observes and judges.
    package func carryOut(in surroundings: Surroundings) async -> CheckResult {
        let observation = await observe(surroundings)
        let instant = surroundings.clock()
        let judgement = judge(observation, at: instant)
        return CheckResult(
            outcome: judgement.outcome, reason: judgement.reason, warnings: judgement.warnings,
            observedAt: instant, facts: facts(of: observation), findings: judgement.findings)
    }
}
