import Rollout

/// The ids that steps and roles of a table got when it was imported before, and what they counted from.
///
/// They belong to titles, as a table without ids has nothing else that stays when rows are added or
/// sorted.
package struct FormerNames: Sendable {
    private var steps: [String: [String]] = [:]
    private var roles: [FormerDraft.Item] = []
    /// The ids of steps and roles, which nothing new gets.
    private(set) var stepIDs: Set<String> = []
    /// The day of the cutover; nil where nobody knew it.
    private(set) var start: CivilDate?
    /// When steps were due, by their ids.
    private(set) var dues: [String: String] = [:]
    var roleIDs: Set<String> { Set(roles.map(\.id)) }

    /// No earlier import.
    package init() {}

    /// Reads them from the draft that an import kept.
    package init(draft: String) {
        let former = FormerDraft(draft)
        roles = former.roles
        stepIDs = Set(former.steps.map(\.id))
        start = former.phases.first?["starts"].flatMap { CivilDate($0) }
        for step in former.steps {
            steps[step["title"] ?? "", default: []].append(step.id)
            dues[step.id] = step["due"]
        }
    }

    /// The id that the next step of a title had; nil where there was none.
    mutating func takeStep(_ title: String) -> String? {
        let words = YAMLQuoting.scalar(PlanDraft.title(title))
        guard let ids = steps[words], let first = ids.first else { return nil }
        steps[words] = Array(ids.dropFirst())
        return first
    }

    /// The id that the role of a title had.
    func role(_ title: String) -> String? {
        roles.first { $0["title"] == YAMLQuoting.scalar(title) }?.id
    }
}
