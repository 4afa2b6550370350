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

    /// What is contacted, read or executed, for who wants to know before: "connects to …".
    var reach: String { get }

    /// The files that it reads beside what `reach` names, as the checklist writes them.
    var alsoReads: [String] { get }

    /// The secrets that it needs; they are given only to a checklist that is trusted.
    var secrets: [Secret] { get }

    /// Looks, within the time that the environment gives, and ends early where the task is
    /// cancelled.
    func observe(_ environment: CheckEnvironment) async -> Observation

    /// What was seen, by name; kept whatever the judgement.
    func facts(of observation: Observation) -> [String: JSONValue]

    /// Holds what was seen against the options.
    ///
    /// - Parameters:
    ///   - observation: What was seen.
    ///   - instant: When the observation ended.
    ///   - deadline: When a search in a text must have ended, so that its time counts too.
    /// - Returns: What that means; it is the same each time unless the deadline cuts a search short.
    func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement

    /// The options that would be met by what was seen, by name.
    func seen(in observation: Observation) -> [String: TypedValue]

    /// What was seen that no option can expect, each as a sentence part such as “stdout: it was cut”.
    func unsaid(in observation: Observation) -> [String]

    /// The path of this machine that it looks at or works in, as the checklist writes it; nil where
    /// it looks at none.
    var machinePath: String? { get }

    /// What it does may need trust, so that it must be known whether there is any.
    var mayNeedTrust: Bool { get }
}

extension Check {
    package var cautions: [Caution] { [] }
    package var execution: Execution? { nil }
    package var mayNeedTrust: Bool { execution != nil || !secrets.isEmpty }
    package var secrets: [Secret] { [] }
    package var alsoReads: [String] { secretFiles }
    /// The files in which its secrets are kept.
    var secretFiles: [String] { secrets.compactMap(\.path).sorted() }
    package var machinePath: String? { execution?.directory }
    package var reach: String {
        execution.map { "executes \($0.argv.joined(separator: " "))" } ?? "looks at \(subject)"
    }

    package func seen(in _: Observation) -> [String: TypedValue] { [:] }
    package func unsaid(in _: Observation) -> [String] { [] }
}
