import Rollout

/// All rollouts on one page: which is where, what is due in which week, and who has how much to do.
package enum PortfolioDocument {
    /// `names` are those of the files beside the page, one for each report.
    package static func document(
        _ reports: [ReportInput], names: [String], notes: [String] = []
    ) -> Document {
        let facts = PortfolioFacts(reports)
        var document = Document()
        let counts = Verdict.allCases.reversed().map { verdict -> (Verdict, Int) in
            (verdict, facts.rows.count { $0.verdict == verdict })
        }
        let forecast =
            reports.contains(where: \.isForecast)
            ? PortfolioPage.forecastTitle : PortfolioPage.title
        document.heading(1, "\(forecast): \(Prose.count(reports.count, "rollout"))")
        let asOf = reports.map(\.assessment.asOf).max()
        let words = counts.filter { $0.1 > 0 }.map { verdict, count -> Inline in
            "\(verdict.mark) \(count) \(strong: "\(verdict.rawValue)")"
        }
        let late = facts.rows.reduce(0) { $0 + $1.late }
        var head = words
        if late > 0 { head.append("\(strong: "\(Prose.count(late, "late step"))")") }
        if let asOf { head.append("as of \(LocalTime.text(asOf, in: .utc))") }
        if let zone = RolloutZones(of: reports).words { head.append("\(zone)") }
        document.paragraph(.joined(head, separator: " · "))
        document.list(
            SharedSentences.all(of: reports, \.caveatSentences).map { "⚠️ \($0)" })
        document.list(notes.map { "⚠️ \($0)" })
        weeks(facts, names, to: &document)
        PortfolioTeams(facts).write(names, to: &document)
        document.list(
            SharedSentences.all(of: reports) { [LedgerWording.sentence($0.ledger)] }
                .map { "\($0)" })
        return document
    }

    /// The rollouts by the week in which the next thing is due.
    private static func weeks(
        _ facts: PortfolioFacts, _ names: [String], to document: inout Document
    ) {
        var groups: [(title: Inline, rows: [PortfolioFacts.Row])] = []
        for row in facts.rows {
            let title = week(row, facts)
            if groups.last?.title == title {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((title, [row]))
            }
        }
        let titles = RolloutNames(of: facts.reports, by: ScopeWording.titled)
        let zones = RolloutZones(of: facts.reports)
        for group in groups {
            document.heading(2, group.title)
            document.table(
                [
                    "Rollout", "Verdict", "Next due", "Next date", "Holds until",
                    "Blocking steps open",
                    "Late", "Owner",
                ],
                rows: group.rows.map {
                    cells($0, facts.reports[$0.report], names[$0.report], titles, zones)
                })
        }
    }

    /// The Monday of the week in which the next step is due, or else the phase starts.
    private static func week(_ row: PortfolioFacts.Row, _ facts: PortfolioFacts) -> Inline {
        let report = facts.reports[row.report]
        if row.nextDue == nil, row.phase?.phase.start == .toBeAnnounced { return "To be announced" }
        guard let moment = row.nextDue.map({ $0.advanced(by: .seconds(-1)) }) ?? row.phase?.starts
        else { return "Nothing is left to do" }
        if moment < report.assessment.asOf, row.nextDue != nil { return "Overdue" }
        let day = report.assessment.checklist.zone.local(moment).date
        // The first day of the epoch was a Thursday.
        return "Week of \(String(describing: day.adding(days: -day.weekday)))"
    }

    private static func cells(
        _ row: PortfolioFacts.Row, _ report: ReportInput, _ name: String, _ titles: RolloutNames,
        _ zones: RolloutZones
    ) -> [Inline] {
        let checklist = report.assessment.checklist
        let phase = row.phase.map { phase -> Inline in
            let minus = TMinus(
                start: phase.starts, asOf: report.assessment.asOf, zone: checklist.zone)
            return
                "\(phase.phase.title), \(zones.point(phase.phase.start, of: report)) (\(minus.short))"
        }
        return [
            "\("\(titles.name(of: report))" as Inline, file: name)",
            "\(row.verdict.mark) \(strong: "\(report.verdictWords)")",
            row.nextDue.map { "\(zones.shortEnd($0, of: report))" } ?? "", phase ?? "",
            row.phase?.holdsUntil.map { "\(zones.clock($0, of: report))" } ?? "",
            row.blocking == 0 ? "" : "\(row.blocking)", row.late == 0 ? "" : "\(row.late)",
            "\(report.facts.context.role(checklist.owner))",
        ]
    }
}
