import Rollout

/// What falls on which day in all rollouts: phases that start and end, and steps that are due.
struct CalendarDays {
    private(set) var items: [CivilDate: [Inline]] = [:]

    /// What has no day stands in no calendar; `links` lead to the page of each report.
    init(_ reports: [ReportInput], links: [String]) {
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        for (report, link) in zip(reports, links) {
            let name: Inline = "\("\(names.name(of: report))" as Inline, file: link)"
            add(report, name)
        }
    }

    private mutating func add(_ report: ReportInput, _ name: Inline) {
        for phase in report.assessment.phases where phase.verdict != nil {
            let title = phase.phase.title
            if phase.phase.start != .toBeAnnounced {
                let verdict = phase.headline ?? .noGo
                add(
                    "\(verdict.mark) \(strong: "\(verdict.rawValue)") \(name): \(title) starts",
                    on: phase.phase.start)
            }
            if let end = phase.phase.ended ?? phase.phase.ends?.latest {
                add("\(name): \(title) ends", on: end)
            }
        }
        steps(of: report, name)
    }

    /// The open steps of a day on one line, the others not: a calendar is looked at for what comes.
    private mutating func steps(of report: ReportInput, _ name: Inline) {
        var open: [CivilDate: [StepAssessment]] = [:]
        for step in report.assessment.steps
        where !step.status.isSettled && step.due != .toBeAnnounced {
            open[step.due.date, default: []].append(step)
        }
        for (day, steps) in open.sorted(by: { $0.key < $1.key }) {
            let late = steps.contains(where: \.isLate) ? ", late" : ""
            let words =
                steps.count == 1
                ? "due: \(steps[0].step.title)" : "\(steps.count) steps due"
            items[day, default: []].append("\(name): \(words)\(late)")
        }
    }

    private mutating func add(_ item: Inline, on point: CalendarPoint) {
        items[point.date, default: []].append(item)
    }
}
