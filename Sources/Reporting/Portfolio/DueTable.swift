package import CanonicalJSON
import Characters
import Rollout

/// Who must do what, over many rollouts, by due time: for a terminal and for programs.
package struct DueTable: Sendable {
    private let facts: PortfolioFacts
    private let tasks: [PortfolioFacts.Task]

    package init(_ facts: PortfolioFacts, _ tasks: [PortfolioFacts.Task]) {
        self.facts = facts
        self.tasks = tasks
    }

    package func lines(width: Int, colour: Bool) -> [String] {
        let forecast = facts.reports.contains(where: \.isForecast) ? ["FORECAST"] : []
        let beside = facts.beside.map { report, sentence in
            "\(report.assessment.verdict.rawValue)  \(Self.rollout(report.assessment.checklist)): \(sentence)"
        }.flatMap { TerminalText.wrapped(VisibleText.line($0), to: width) }
        guard !tasks.isEmpty else {
            let verdicts = facts.rows.filter { $0.verdict != .go }.count
            let rest =
                verdicts == 0
                ? "" : " \(Prose.count(verdicts, "rollout")) of \(facts.rows.count) not GO."
            return forecast + ["No open step fits.\(rest)"] + beside
        }
        let rows = tasks.map { task -> [TerminalTable.Cell] in
            let report = facts.reports[task.report]
            let step = facts.step(task)
            let late = Lateness.words(step, asOf: report.assessment.asOf)
            return [
                .init(LocalTime.point(step.due)), .init(late ?? "", .red),
                .init(Prose.list(task.call.people.map(\.text), "or", most: 2)),
                .init(report.facts.context.role(task.call.role)),
                .init(Self.rollout(report.assessment.checklist)), .init(step.step.id.text),
                .init(StepWording.brief(step.reason, report.facts.context)),
            ]
        }
        let table = WrappedTable(
            columns: [
                .init("DUE"), .init("LATE"), .init("WHO"), .init("ROLE"), .init("ROLLOUT"),
                .init("STEP"), .init("WHAT IS MISSING"),
            ], rows: rows, leastText: 24)
        return forecast + table.lines(width: width, style: TerminalStyle(colour: colour)) + beside
    }

    /// The id of a checklist, with what tells its rollout from another one.
    private static func rollout(_ checklist: Checklist) -> String {
        let scope = ScopeWording.words(checklist)
        return scope.isEmpty ? checklist.id : "\(checklist.id), \(scope)"
    }

    package var json: JSONValue {
        .array(
            tasks.map { task in
                let report = facts.reports[task.report]
                let step = facts.step(task)
                return [
                    "checklist": .string(report.assessment.checklist.id),
                    "target": report.assessment.checklist.scope.target.map { .string($0.text) }
                        ?? .null,
                    "step": .string(step.step.id.text), "title": .string(step.step.title),
                    "role": .string(task.call.role.text), "people": .names(task.call.people),
                    "due": step.due == .toBeAnnounced ? .null : .moment(step.dueLapses),
                    "late": .boolean(step.isLate),
                    "status": .string(step.status.rawValue),
                    "reason": ReasonJSON.value(step.reason, report.facts.context),
                ]
            })
    }
}
