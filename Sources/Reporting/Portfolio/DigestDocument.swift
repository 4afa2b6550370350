import Rollout

/// What one person should know of all rollouts: only what changed, lapses or is due.
struct DigestDocument {
    let person: Principal
    let within: Duration

    /// What is told whenever it is due: something was there, or was looked at, and does not count.
    private static let alwaysTold: Set<StepStatus> = [.stale, .failing, .unknown]

    func subject(_ reports: [ReportInput]) -> String {
        let facts = PortfolioFacts(reports)
        let own = facts.tasks(people: [person], within: within, always: Self.alwaysTold)
        let debts = facts.debts(people: [person])
        let rollCalls = facts.rollCalls(people: [person], within: within)
        let late =
            own.count { facts.step($0).isLate }
            + debts.count { $0.by <= reports[$0.report].assessment.asOf }
            + rollCalls.count { $0.by <= reports[$0.report].assessment.asOf }
        let lateness = late == 0 ? "" : ", \(late) late"
        let counts = [(rollCalls.count, "roll call"), (debts.count, "retrospective")]
        let owed = counts.filter { $0.0 > 0 }.map { Prose.count($0.0, $0.1) }
        let head = reports.contains(where: \.isForecast) ? "Readiness forecast" : "Readiness"
        let all = Prose.list([Prose.count(own.count, "step")] + owed, "and")
        return "\(head): \(all) to do\(lateness)"
    }

    /// Nil where there is nothing to tell.
    func document(_ reports: [ReportInput]) -> Document? {
        var document = Document()
        tasks(reports, to: &document)
        rollCalls(reports, to: &document)
        retrospectives(reports, to: &document)
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        for report in reports where concerns(report) {
            rollout(report, names.name(of: report), to: &document)
        }
        let beside = PortfolioFacts(reports).beside.filter { concerns($0.report) }
        if !beside.isEmpty {
            document.heading(2, "What holds rollouts back beside their steps")
            document.list(
                beside.map { report, sentence in
                    "\(report.verdictWords), \(names.name(of: report)): \(sentence)"
                })
        }
        guard !document.blocks.isEmpty else { return nil }
        let own = reports.filter(concerns)
        document.heading(2, "To mind")
        document.list(
            SharedSentences.all(of: own) {
                $0.caveatSentences + [LedgerWording.sentence($0.ledger)]
            }.map { "\($0)" })
        return document
    }

    /// Whether the person is in a role of the rollout.
    private func concerns(_ report: ReportInput) -> Bool {
        !roles(in: report.assessment).isEmpty
    }

    /// The roles that the person may act for now, as a member or as a deputy.
    private func roles(in assessment: Assessment) -> Set<RoleID> {
        assessment.checklist.roles(of: person, at: assessment.asOf)
    }

    private func tasks(_ reports: [ReportInput], to document: inout Document) {
        let facts = PortfolioFacts(reports)
        let own = facts.tasks(people: [person], within: within, always: Self.alwaysTold)
        guard !own.isEmpty else { return }
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        document.heading(
            2, "For you to do within \(Prose.duration(within)), and what counts no longer")
        document.table(
            ["Step", "Rollout", "What is missing", "Due"],
            rows: own.map { task in
                let report = facts.reports[task.report]
                let step = facts.step(task)
                let late = Lateness.words(step, asOf: report.assessment.asOf)
                let zone = report.assessment.checklist.zone.name
                let due = LocalTime.point(step.due) + (step.due == .toBeAnnounced ? "" : " \(zone)")
                return [
                    "\(step.step.title)", "\(names.name(of: report))",
                    "\(StepWording.brief(task.call, of: step, report.facts.context))",
                    late.map { "\(due), \(strong: "\($0)")" } ?? "\(due)",
                ]
            })
    }

    /// The answers that a decision on a start waits for.
    private func rollCalls(_ reports: [ReportInput], to document: inout Document) {
        let facts = PortfolioFacts(reports)
        let own = facts.rollCalls(people: [person], within: within)
        guard !own.isEmpty else { return }
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        document.heading(2, "Roll calls to answer within \(Prose.duration(within))")
        document.list(
            own.map { debt in
                let report = facts.reports[debt.report]
                let checklist = report.assessment.checklist
                let start = LocalTime.point(debt.phase.start)
                let late = Lateness.words(due: debt.by, asOf: report.assessment.asOf)
                    .map { ", \($0)" }
                return
                    "\(names.name(of: report)): \(PollWording.task(debt)) It starts \(start) \(checklist.zone.name)\(late ?? "")."
            })
    }

    /// What emergency decisions owe, however far the day is: the phase cannot be closed before.
    private func retrospectives(_ reports: [ReportInput], to document: inout Document) {
        let facts = PortfolioFacts(reports)
        let own = facts.debts(people: [person])
        guard !own.isEmpty else { return }
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        document.heading(2, "Emergency decisions to look back on")
        document.list(
            own.map { debt in
                let report = facts.reports[debt.report]
                let checklist = report.assessment.checklist
                let by = LocalTime.end(debt.by, in: checklist.zone)
                let late = Lateness.words(due: debt.by, asOf: report.assessment.asOf)
                    .map { ", \($0)" }
                return
                    "\(names.name(of: report)): \(RetrospectiveWording.task(debt, report.facts.context)) It is owed by \(by)\(late ?? "")."
            })
    }

    private func rollout(_ report: ReportInput, _ name: String, to document: inout Document) {
        let assessment = report.assessment
        let context = ReportContext(report)
        var items: [Inline] = []
        let change = HistoryItems.changes(context, isQuiet: true)
        if !change.isEmpty { items.append(change) }
        let end = assessment.asOf.advanced(by: within)
        let own = roles(in: assessment)
        for step in assessment.steps {
            guard let until = step.countsUntil, until > assessment.asOf, until <= end,
                !own.isDisjoint(with: assessment.checklist.rolesAsked(by: step.step))
            else { continue }
            items.append(
                "Evidence of \(code: step.step.id.text) \(step.step.title) counts until \(context.clock(until)) only."
            )
        }
        for waiver in assessment.waivers
        where waiver.covers && waiver.waiver.until <= end && own.contains(waiver.role) {
            items.append(
                "The waiver of \(code: waiver.step.text) ends: \(context.end(waiver.waiver.until))."
            )
        }
        guard !items.isEmpty else { return }
        document.heading(
            2, "\(assessment.verdict.mark) \(report.verdictWords): \(name)"
        )
        document.list(items)
    }
}
