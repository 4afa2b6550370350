package import Rollout

/// How late a step is at the instant of a report.
package enum Lateness {
    /// Such as "late by 3 days"; nil where the step is not late.
    package static func words(_ step: StepAssessment, asOf: Instant) -> String? {
        guard step.isLate else { return nil }
        let hours = asOf.since(step.dueLapses).wholeMilliseconds / 3_600_000
        switch hours {
        case ..<1: return "late by less than an hour"
        case ..<24: return "late by \(count(hours, "hour"))"
        default: return "late by \(count(hours / 24, "day"))"
        }
    }

    private static func count(_ number: Int64, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
}
