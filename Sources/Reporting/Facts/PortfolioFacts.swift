package import Rollout

/// Many rollouts at once: what comes next in each, and who must do what.
package struct PortfolioFacts: Sendable {
    /// One rollout.
    package struct Row: Sendable {
        /// The place of the report among those that were given.
        package let report: Int
        package let verdict: Verdict
        /// The phase that is ahead or under way; nil where none has a verdict.
        package let phase: PhaseAssessment?
        /// The steps that are blocking and open before that phase may go on.
        package let blocking: Int
        package let late: Int
        /// When the next open step is due; nil where none is open.
        package let nextDue: Instant?

        fileprivate init(report: Int, _ facts: ReportFacts) {
            self.report = report
            verdict = facts.assessment.verdict
            phase = facts.focus
            blocking = facts.open.blocking
            late = facts.counts.late
            nextDue = facts.open.nextDue
        }
    }

    /// Something that somebody must do.
    package struct Task: Sendable {
        package let report: Int
        let open: OpenSteps.Task

        /// The place of the step.
        package var step: Int { open.step }
        package var call: WhomToCall { open.call }
    }

    package let reports: [ReportInput]
    /// What is due first comes first, then by the order of the reports.
    package let rows: [Row]
    /// By due time, then by the order of the reports.
    package let tasks: [Task]
    /// What emergency decisions owe, by when, then by the order of the reports.
    package let debts: [RetrospectiveDebt]
    /// The answers that roll calls lack, by the start of the phase, then by the order of the reports.
    package let rollCalls: [RollCallDebt]

    package init(_ reports: [ReportInput]) {
        self.reports = reports
        let next = reports.map { report in
            report.facts.open.nextDue ?? report.facts.focus?.starts ?? Instant(milliseconds: .max)
        }
        rows = next.indices.sorted { (next[$0], $0) < (next[$1], $1) }.map { number in
            Row(report: number, reports[number].facts)
        }
        debts = reports.enumerated()
            .flatMap { RetrospectiveDebt.all(in: $1.assessment, of: $0) }
            .sorted {
                ($0.by, $0.report, $0.decision.entry.sequence)
                    < ($1.by, $1.report, $1.decision.entry.sequence)
            }
        rollCalls = reports.enumerated().compactMap { RollCallDebt($1.facts, of: $0) }
            .sorted { ($0.by, $0.report) < ($1.by, $1.report) }
        let tasks = reports.enumerated().flatMap { number, report in
            report.facts.open.tasks.map { Task(report: number, open: $0) }
        }
        let due = tasks.map(\.open.due)
        self.tasks = due.indices.sorted { (due[$0], $0) < (due[$1], $1) }.map { tasks[$0] }
    }

    /// What keeps rollouts from GO beside their steps, and what they are.
    package var beside: [(report: ReportInput, sentence: String)] {
        reports.flatMap { report in
            report.assessment.phases.flatMap { phase -> [(ReportInput, String)] in
                guard phase.headline.map({ $0 != .go }) ?? false else { return [] }
                let words =
                    PhaseWording.holds(phase, report.facts.context)
                    + (phase.phase.status == .completed ? [PhaseWording.ended(phase)] : [])
                    .compactMap(\.self)
                return words.map { (report, "\(phase.phase.title): \($0)") }
            }
        }
    }

    package func step(_ task: Task) -> StepAssessment {
        reports[task.report].assessment.steps[task.step]
    }

    /// The tasks of some roles and people, due within a time or late, or in one of some states
    /// whenever they are due; all where nothing is asked.
    package func tasks(
        roles: [RoleID] = [], people: [Principal] = [], within: Duration? = nil,
        always states: Set<StepStatus> = []
    ) -> [Task] {
        tasks.filter { task in
            if !roles.isEmpty, !roles.contains(task.call.role) { return false }
            if !people.isEmpty, !task.call.people.contains(where: people.contains) { return false }
            guard let within, !states.contains(step(task).status) else { return true }
            return step(task).dueLapses
                <= reports[task.report].assessment.asOf.advanced(by: within)
        }
    }

    /// The answers to roll calls that some roles and people can give, for phases that start within a
    /// time; all where nothing is asked.
    package func rollCalls(
        roles: [RoleID] = [], people: [Principal] = [], within: Duration? = nil
    ) -> [RollCallDebt] {
        rollCalls.compactMap { debt in
            guard let debt = debt.narrowed(roles: roles, people: people) else { return nil }
            guard let within else { return debt }
            return debt.by <= reports[debt.report].assessment.asOf.advanced(by: within)
                ? debt : nil
        }
    }

    /// The retrospectives that some roles and people can give, owed within a time or late; all where
    /// nothing is asked.
    package func debts(
        roles: [RoleID] = [], people: [Principal] = [], within: Duration? = nil
    ) -> [RetrospectiveDebt] {
        debts.compactMap { debt in
            guard let debt = debt.narrowed(roles: roles, people: people) else { return nil }
            guard let within else { return debt }
            let end = reports[debt.report].assessment.asOf.advanced(by: within)
            return debt.by <= end ? debt : nil
        }
    }
}
