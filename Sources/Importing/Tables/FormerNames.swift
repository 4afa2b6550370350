/// The ids that steps and roles of a table got when it was imported before.
///
/// They belong to titles, as a table without ids has nothing else that stays when rows are added or
/// sorted.
package struct FormerNames: Sendable {
    private var steps: [String: [String]] = [:]
    private var roles: [(id: String, words: String)] = []
    /// The ids of steps and roles, which nothing new gets.
    private(set) var stepIDs: Set<String> = []
    var roleIDs: Set<String> { Set(roles.map(\.id)) }

    /// No earlier import.
    package init() {}

    /// Reads them from the draft that an import kept.
    package init(draft: String) {
        for entry in DraftEntries(draft).entries where entry.kind == .value {
            let path = entry.path
            if path.count == 3, path[0] == "steps", path[2] == "title", path[1].hasPrefix("- id ") {
                let id = String(path[1].dropFirst(5))
                stepIDs.insert(id)
                steps[entry.words, default: []].append(id)
            } else if path.count == 2, path[0] == "roles" {
                roles.append((path[1], entry.words))
            }
        }
    }

    /// The id that the next step of a title had; nil where there was none.
    mutating func takeStep(_ title: String) -> String? {
        let words = "title: \(YAMLQuoting.scalar(PlanDraft.title(title)))"
        guard let ids = steps[words], let first = ids.first else { return nil }
        steps[words] = Array(ids.dropFirst())
        return first
    }

    /// The id that the role of a title had.
    func role(_ title: String) -> String? {
        let words = PlanDraft.role(title)
        return roles.first { $0.words.hasPrefix("\($0.id): \(words)") }?.id
    }
}
