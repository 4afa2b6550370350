import Reporting
import Rollout
import Testing

/// A checklist without phases, steps, effects, entries or a change.
enum EmptyReport {
    static func input() throws -> ReportInput {
        let checklist = Make.checklist("empty", "Nothing yet")
        return Make.input(
            Assessment(
                checklist: checklist, asOf: try Make.instant("2025-09-29T06:00:00Z"), phases: [],
                steps: []))
    }
}
