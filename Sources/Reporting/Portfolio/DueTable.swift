package import CanonicalJSON
import Characters
import Rollout

/// Who must do what, over many rollouts, by due time: for a terminal and for programs.
package struct DueTable: Sendable {
    private let facts: PortfolioFacts
    private let tasks: [PortfolioFacts.Task]
    private let debts: [RetrospectiveDebt]
    private let rollCalls: [RollCallDebt]
    private let names: RolloutNames
    private let zones: RolloutZones

    package init(
        _ facts: PortfolioFacts, _ tasks: [PortfolioFacts.Task],
        _ debts: [RetrospectiveDebt] = [], _ rollCalls: [RollCallDebt] = []
    ) {
        self.facts = facts
        self.tasks = tasks
        self.debts = debts
        self.rollCalls = rollCalls
        names = RolloutNames(of: facts.reports)
        zones = RolloutZones(of: facts.reports)
    }

    /// Something to do, as a row and for programs.
    private struct Item {
        let due: Instant
        let cells: [TerminalTable.Cell]
        let json: JSONValue
    }

    /// By due time; of two that are due together a step comes first.
    private var items: [Item] {
        let all = tasks.map(item) + debts.flatMap(items) + rollCalls.flatMap(items)
        return all.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
            .map(\.element)
    }

    package func lines(width: Int, colour: Bool) -> [String] {
        let forecast = facts.reports.contains(where: \.isForecast) ? ["FORECAST"] : []
        let beside = facts.beside.map { report, sentence in
            "\(report.verdictWords)  \(names.name(of: report)): \(sentence)"
        }
        // What is to be known is true of rollouts whose steps are not listed, too.
        let below = (beside + SharedSentences.all(of: facts.reports, \.caveatSentences))
            .flatMap { TerminalText.wrapped(VisibleText.line($0), to: width) }
        let items = items
        guard !items.isEmpty else {
            let verdicts = facts.rows.filter { $0.verdict != .go }.count
            let rest =
                verdicts == 0
                ? "" : " \(Prose.count(verdicts, "rollout")) of \(facts.rows.count) not GO."
            return forecast + ["No open step fits.\(rest)"] + below
        }
        let table = WrappedTable(
            columns: [
                .init("DUE"), .init("LATE"), .init("WHO"), .init("ROLE"), .init("ROLLOUT"),
                .init("STEP"), .init("WHAT IS MISSING"),
            ], rows: items.map(\.cells), leastText: 24)
        let zone = zones.sentence.map { TerminalText.wrapped($0, to: width) } ?? []
        return forecast + table.lines(width: width, style: TerminalStyle(colour: colour)) + zone
            + below
    }

    /// What there is to do, and for every rollout that was looked at where it stands and what is to
    /// be known of it.
    package var json: JSONValue {
        [
            "tasks": .array(items.map(\.json)),
            "rollouts": .array(
                facts.reports.map { report in
                    let members = AssessmentJSON.about(report.assessment.checklist)
                        .filter { ["checklist", "scope"].contains($0.key) }
                    let standing: [String: JSONValue] = [
                        "source": .string(report.source),
                        "asOf": .moment(report.assessment.asOf),
                        "verdict": .string(report.assessment.verdict.rawValue),
                    ]
                    return .object(
                        members.merging(standing) { own, _ in own }
                            .merging(CaveatJSON.members(report)) { own, _ in own })
                }),
        ]
    }

    private func item(_ task: PortfolioFacts.Task) -> Item {
        let report = facts.reports[task.report]
        let step = facts.step(task)
        let late = Lateness.words(step, asOf: report.assessment.asOf)
        let own: [String: JSONValue] = [
            "step": .string(step.step.id.text), "title": .string(step.step.title),
            "due": step.due == .toBeAnnounced ? .null : .moment(step.dueLapses),
            "late": .boolean(step.isLate), "status": .string(step.status.rawValue),
            "reason": ReasonJSON.value(step.reason, report.facts.context), "decision": .null,
            "phase": .null,
        ]
        return item(
            task.call, report, due: step.dueLapses, zones.point(step.due, of: report), late,
            step.step.id.text, StepWording.brief(task.call, of: step, report.facts.context), own)
    }

    /// One for each role that can look back.
    private func items(_ debt: RetrospectiveDebt) -> [Item] {
        let report = facts.reports[debt.report]
        let assessment = report.assessment
        let late = Lateness.words(due: debt.by, asOf: assessment.asOf)
        let words = RetrospectiveWording.task(debt, report.facts.context)
        let own: [String: JSONValue] = [
            "step": .null, "title": .string(words), "due": .moment(debt.by),
            "late": .boolean(late != nil), "status": .null, "reason": .null,
            "decision": .number(debt.decision.entry.sequence), "phase": .null,
        ]
        return debt.calls.map { call in
            item(
                call, report, due: debt.by,
                zones.shortEnd(debt.by, of: report), late, "", words, own)
        }
    }

    /// One for each role that has not answered.
    private func items(_ debt: RollCallDebt) -> [Item] {
        let report = facts.reports[debt.report]
        let late = Lateness.words(due: debt.by, asOf: report.assessment.asOf)
        let words = PollWording.task(debt)
        let own: [String: JSONValue] = [
            "step": .null, "title": .string(words), "due": .moment(debt.by),
            "late": .boolean(late != nil), "status": .null, "reason": .null, "decision": .null,
            "phase": .string(debt.phase.id.text),
        ]
        return debt.calls.map { call in
            item(
                call, report, due: debt.by, zones.point(debt.phase.start, of: report), late, "",
                words, own)
        }
    }

    private func item(
        _ call: WhomToCall, _ report: ReportInput, due: Instant, _ point: String, _ late: String?,
        _ step: String, _ missing: String, _ own: [String: JSONValue]
    ) -> Item {
        let checklist = report.assessment.checklist
        let common: [String: JSONValue] = [
            "checklist": .string(checklist.id), "place": .string(checklist.rollout.place),
            "source": .string(report.source),
            "target": checklist.scope.target.map { .string($0.text) } ?? .null,
            "role": .string(call.role.text), "people": .names(call.people),
        ]
        return Item(
            due: due,
            cells: [
                .init(point), .init(late ?? "", .red),
                .init(Prose.list(CallWording.names(call.actors), "or", most: 2)),
                .init(report.facts.context.role(call.role)), .init(names.name(of: report)),
                .init(step), .init(missing),
            ], json: .object(common.merging(own) { mine, _ in mine }))
    }
}
