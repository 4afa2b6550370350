import Rollout

/// Where rollouts that stand together are kept: the place, and what the operator named for those of
/// one place in several ledgers.
package struct RolloutPlaces: Sendable {
    /// By place, what the operator named.
    private var sources: [String: Set<String>] = [:]

    package init(of reports: [ReportInput]) {
        for report in reports { sources[Self.place(of: report), default: []].insert(report.source) }
    }

    /// Whether the place is that of another rollout too.
    package func isShared(by report: ReportInput) -> Bool {
        sources[Self.place(of: report), default: []].count > 1
    }

    package func name(of report: ReportInput) -> String {
        isShared(by: report) ? report.source : Self.place(of: report)
    }

    private static func place(of report: ReportInput) -> String {
        report.assessment.checklist.rollout.place
    }
}
