import Rollout

/// Times of several rollouts, each of which has a zone: told once where all have one, else with each time.
struct RolloutZones {
    /// Nil where there are several, or no rollout at all.
    private let shared: Zone?

    init(of reports: [ReportInput]) {
        let zones = reports.map(\.assessment.checklist.zone)
        shared = zones.first.flatMap { first in
            zones.allSatisfy { $0.name == first.name } ? first : nil
        }
    }

    /// What stands once over the times; nil where each has its zone.
    var words: String? { shared.map { "times in \($0.name)" } }

    /// The same as a sentence, for a table.
    var sentence: String? { shared.map { "Times are in \($0.name)." } }

    func point(_ point: CalendarPoint, of report: ReportInput) -> String {
        let words = LocalTime.point(point)
        return point == .toBeAnnounced ? words : words + mark(report)
    }

    func shortEnd(_ instant: Instant, of report: ReportInput) -> String {
        LocalTime.shortEnd(instant, in: report.assessment.checklist.zone) + mark(report)
    }

    func clock(_ instant: Instant, of report: ReportInput) -> String {
        LocalTime.clock(instant, in: report.assessment.checklist.zone) + mark(report)
    }

    private func mark(_ report: ReportInput) -> String {
        shared == nil ? " \(report.assessment.checklist.zone.name)" : ""
    }
}
