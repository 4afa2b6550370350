import Characters
import Rollout

/// The steps as a table for spreadsheets (RFC 4180), one row each; one row where there are none.
package struct CSVFormat: ReportFormat {
    package let name = "csv"
    package let mediaType = "text/csv; charset=utf-8"

    package init() {}

    private static let header = [
        "checklist", "place", "scope", "as of", "phase", "step", "title", "role", "people", "level",
        "due", "state", "late", "finished", "counts until", "why", "ledger entries",
        "ledger root", "caveats",
    ]

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).csv", bytes: stream([report]))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        var out = CSVCell.row(Self.header)
        for report in reports {
            let basis = [
                "\(report.ledger.size)", report.ledger.root.description,
                report.caveatSentences.joined(separator: " "),
            ]
            let steps = report.assessment.steps.map { Self.cells($0, report) }
            for cells in steps.isEmpty ? [Self.cellsWithoutStep(report)] : steps {
                out += CSVCell.row(cells + basis)
            }
        }
        return Array(out.utf8)
    }

    /// One row of a checklist without steps, which says what it was judged by.
    private static func cellsWithoutStep(_ report: ReportInput) -> [String] {
        let own = rollout(report.assessment)
        let empty = header.count - own.count - 4
        return own + Array(repeating: "", count: empty) + [StepWording.noSteps]
    }

    /// Which rollout it is, and the instant.
    private static func rollout(_ assessment: Assessment) -> [String] {
        let checklist = assessment.checklist
        return [
            checklist.id, checklist.rollout.place, ScopeWording.words(checklist),
            assessment.asOf.rfc3339,
        ]
    }

    private static func cells(_ step: StepAssessment, _ report: ReportInput) -> [String] {
        let assessment = report.assessment
        let checklist = assessment.checklist
        return rollout(assessment) + [
            step.step.due.phase.text, step.step.id.text, step.step.title, step.step.role.text,
            (checklist.role(step.step.role)?.members ?? []).map(\.text).joined(separator: " "),
            step.step.level.rawValue, LocalTime.point(step.due), StepState(step).words,
            Lateness.words(step, asOf: assessment.asOf) ?? "",
            step.punctuality.finishedAt?.rfc3339 ?? "", step.countsUntil?.rfc3339 ?? "",
            StepWording.sentence(step.reason, report.facts.context),
        ]
    }
}
