import Characters
import Rollout

/// The targets of one checklist side by side: the verdict of every phase, then every step.
package struct StatusMatrix: Sendable {
    /// Columns of the terminal.
    package let width: Int
    private let style: TerminalStyle

    /// The least width with room for a name and one target.
    private static let narrowest = 40
    /// The columns that the names of phases and steps take at most, where it gets narrow.
    private static let leastName = 20
    /// The columns that a target takes at least: the longest status and the blanks before it.
    private static let leastTarget = 16

    package init(width: Int, colour: Bool) {
        self.width = max(width, Self.narrowest)
        style = TerminalStyle(colour: colour)
    }

    /// The lines, without line ends; as many tables below each other as the targets take.
    ///
    /// `name` tells the checklist from others that are shown.
    package func lines(for reports: [ReportInput], name: String? = nil) -> [String] {
        let perTable = max(1, (width - Self.leastName) / Self.leastTarget)
        var lines = headline(reports, name)
        for start in stride(from: 0, to: reports.count, by: perTable) {
            let group = Array(reports[start..<min(start + perTable, reports.count)])
            if !lines.isEmpty { lines.append("") }
            lines += table("PHASE", group, Self.phases(group))
            lines.append("")
            lines += table("STEP", group, Self.steps(group))
        }
        return lines
    }

    /// The worst verdict of all, and what the targets have in common: the title, how many there are, and the instant.
    private func headline(_ reports: [ReportInput], _ name: String?) -> [String] {
        guard let first = reports.first else { return [] }
        let checklist = first.assessment.checklist
        let words = first.facts.context
        let about =
            "\(name ?? checklist.id), \(Prose.count(reports.count, "rollout")), as of \(words.time(first.assessment.asOf))"
        let worst = reports.max { $0.assessment.verdict < $1.assessment.verdict } ?? first
        let title = "\(worst.verdictWords)  \(VisibleText.line(checklist.title))"
        return TerminalText.wrapped(title, to: width).map { style.paint($0, .bold) }
            + TerminalText.wrapped(VisibleText.line(about), to: width).map {
                style.paint($0, .faint)
            }
    }

    private func table(
        _ title: String, _ reports: [ReportInput], _ rows: [[TerminalTable.Cell]]
    ) -> [String] {
        let targets = reports.map { report -> TerminalTable.Column in
            .init(Self.name(report), least: Self.leastTarget - 2, widest: Self.leastTarget - 2)
        }
        let table = TerminalTable(
            columns: [.init(title, least: Self.leastName - 2)] + targets, rows: rows)
        return table.lines(width: width, style: style)
    }

    /// The title of the target, or what else tells the rollout from the others.
    private static func name(_ report: ReportInput) -> String {
        let checklist = report.assessment.checklist
        let scope = ScopeWording.words(checklist)
        let name = checklist.target.map { report.facts.context.target($0.id) }
        return VisibleText.line(name ?? (scope.isEmpty ? checklist.id : scope))
    }

    private static func phases(_ reports: [ReportInput]) -> [[TerminalTable.Cell]] {
        rows(
            reports, { $0.assessment.phases.map { ($0.phase.id, $0) } },
            name: { $0.phase.title },
            cell: {
                .init(PhaseWording.word($0.verdict), TerminalStyle.paint(of: $0.verdict))
            })
    }

    private static func steps(_ reports: [ReportInput]) -> [[TerminalTable.Cell]] {
        rows(
            reports, { $0.assessment.steps.map { ($0.step.id, $0) } },
            name: { $0.step.id.text },
            cell: { step in
                let state = StepState(step)
                return step.isLate
                    ? .init("LATE \(state.short)", .red)
                    : .init(state.short, TerminalStyle.paint(of: state))
            })
    }

    /// A row for everything that any of the reports has, in the order in which they name it.
    private static func rows<Key: Hashable, Item>(
        _ reports: [ReportInput], _ items: (ReportInput) -> [(Key, Item)],
        name: (Item) -> String, cell: (Item) -> TerminalTable.Cell
    ) -> [[TerminalTable.Cell]] {
        var names: [(key: Key, name: String)] = []
        var seen: Set<Key> = []
        var columns: [(items: [(Key, Item)], places: [Key: Int])] = []
        for report in reports {
            let own = items(report)
            for (key, item) in own where seen.insert(key).inserted {
                names.append((key, name(item)))
            }
            // By place, for a step is a large value to copy.
            let places = own.enumerated().map { ($1.0, $0) }
            columns.append((own, Dictionary(places) { first, _ in first }))
        }
        return names.map { key, name in
            [.init(name)]
                + columns.map { column in
                    column.places[key].map { cell(column.items[$0].1) } ?? .init("–", .faint)
                }
        }
    }
}
