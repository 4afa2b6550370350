package import Rollout

/// Names of several rollouts that no two of them share: the place is added where they would.
///
/// Two folders that each have ledgers of their own may have the same place: these are told apart by
/// what the operator named.
package struct RolloutNames: Sendable {
    private let plain: @Sendable (Checklist) -> String
    /// By name, the place of each checklist by what the operator named.
    private var sources: [String: [String: String]] = [:]

    /// Id and scope where nothing else is said, such as `ScopeWording.titled`; `source` is what the
    /// operator named.
    package init(
        _ rollouts: [(checklist: Checklist, source: String)],
        by plain: @escaping @Sendable (Checklist) -> String = ScopeWording.named
    ) {
        self.plain = plain
        for (checklist, source) in rollouts {
            sources[plain(checklist), default: [:]][source] = checklist.rollout.place
        }
    }

    /// Those of the rollouts of reports.
    package init(
        of reports: [ReportInput],
        by plain: @escaping @Sendable (Checklist) -> String = ScopeWording.named
    ) {
        self.init(reports.map { ($0.assessment.checklist, $0.source) }, by: plain)
    }

    package func name(of report: ReportInput) -> String {
        name(of: report.assessment.checklist, from: report.source)
    }

    package func name(of checklist: Checklist, from source: String) -> String {
        let name = plain(checklist)
        let own = sources[name, default: [:]]
        guard own.count > 1 else { return name }
        let place = checklist.rollout.place
        let isShared = own.values.count { $0 == place } > 1
        return "\(name) in \(isShared ? source : place)"
    }
}
