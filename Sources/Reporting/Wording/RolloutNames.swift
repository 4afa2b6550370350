package import Rollout

/// Names of several rollouts that no two of them share: the place is added where they would.
package struct RolloutNames: Sendable {
    private let plain: @Sendable (Checklist) -> String
    /// How many rollouts have a name.
    private let counts: [String: Int]

    /// Id and scope where nothing else is said, such as `ScopeWording.titled`.
    package init(
        _ checklists: [Checklist],
        by plain: @escaping @Sendable (Checklist) -> String = ScopeWording.named
    ) {
        self.plain = plain
        let places = checklists.reduce(into: [String: Set<String>]()) { places, checklist in
            places[plain(checklist), default: []].insert(checklist.rollout.place)
        }
        counts = places.mapValues(\.count)
    }

    /// Those of the rollouts of reports.
    package init(
        of reports: [ReportInput],
        by plain: @escaping @Sendable (Checklist) -> String = ScopeWording.named
    ) {
        self.init(reports.map(\.assessment.checklist), by: plain)
    }

    package func name(of report: ReportInput) -> String { name(of: report.assessment.checklist) }

    package func name(of checklist: Checklist) -> String {
        let name = plain(checklist)
        return counts[name, default: 0] > 1 ? ScopeWording.placed(name, checklist) : name
    }
}
