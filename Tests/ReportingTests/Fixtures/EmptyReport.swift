import Reporting
import Rollout
import Testing

/// A checklist without phases, steps, effects, records or a change.
enum EmptyReport {
    static func input() throws -> ReportInput {
        let checklist = Checklist(
            id: "empty", title: "Nothing yet", owner: "change-manager", zone: .utc,
            change: Change(), parameters: [], timeline: [], roles: [], effects: [], steps: [],
            waivers: nil, digest: Make.digest("empty"))
        let assessment = Assessment(
            checklist: checklist, asOf: try Make.instant("2025-09-29T06:00:00Z"), phases: [],
            steps: [], waivers: [], records: [])
        return Make.input(assessment, count: 0)
    }
}
