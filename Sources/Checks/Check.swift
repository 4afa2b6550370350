package import CanonicalJSON
package import Rollout

/// What a kind makes of its options: it observes first and judges what it saw afterwards.
package protocol Check: Sendable {
    /// Everything that was seen, also where the looking ended early.
    associatedtype Observation: Sendable

    /// What is checked, in a few words, such as `mail.example.com:443`.
    var subject: String { get }

    /// What is left unverified because the checklist asks for it.
    var cautions: [Caution] { get }

    /// What would be executed; nil where nothing is.
    var execution: Execution? { get }

    /// Looks, within the time that the environment gives, and ends early where the task is
    /// cancelled.
    func observe(_ environment: CheckEnvironment) async -> Observation

    /// What was seen, by name; kept whatever the judgement.
    func facts(of observation: Observation) -> [String: JSONValue]

    /// Holds what was seen against the options; `instant` is when the observation ended.
    func judge(_ observation: Observation, at instant: Instant) -> Judgement
}

extension Check {
    package var cautions: [Caution] { [] }
    package var execution: Execution? { nil }
}
