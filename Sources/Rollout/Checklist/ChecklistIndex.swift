/// Where the parts of a checklist stand in its lists, by their names; the first of equal names.
struct ChecklistIndex: Hashable, Sendable {
    let phases: [PhaseID: Int]
    let roles: [RoleID: Int]
    let members: [RoleID: Set<Principal>]
    let effects: [String: Int]
    let steps: [StepID: Int]
    /// The steps of each `for-each`, by the id without its value.
    let families: [StepID: [Int]]

    init(timeline: [Phase], roles: [Role], effects: [Effect], steps: [Step]) {
        phases = Self.places(timeline.map(\.id))
        self.roles = Self.places(roles.map(\.id))
        members = Dictionary(roles.map { ($0.id, Set($0.members)) }) { first, _ in first }
        self.effects = Self.places(effects.map(\.id))
        self.steps = Self.places(steps.map(\.id))
        var families: [StepID: [Int]] = [:]
        for (place, step) in steps.enumerated() where step.id.value != nil {
            families[step.id.root, default: []].append(place)
        }
        self.families = families
    }

    private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    }
}
