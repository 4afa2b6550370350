import Characters
import Rollout

/// The steps as a table for spreadsheets (RFC 4180), one row each; one row where there are none.
package struct CSVFormat: ReportFormat {
    package let name = "csv"
    package let mediaType = "text/csv; charset=utf-8"
    package let choosesSteps = true

    package init() {}

    private static let header = [
        "checklist", "place", "scope", "as of", "phase", "step", "title", "role", "people", "level",
        "due", "zone", "state", "late", "finished", "counts until", "why", "ledger entries",
        "ledger root", "caveats",
    ]

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).csv", bytes: Self.bytes([report], places))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Self.bytes(reports, RolloutPlaces(of: reports))
    }

    private static func bytes(_ reports: [ReportInput], _ places: RolloutPlaces) -> [UInt8] {
        var out = CSVCell.row(header)
        for report in reports {
            let basis = [
                "\(report.ledger.size)", report.ledger.root.description,
                (report.caveatSentences + [report.listingSentence].compactMap(\.self))
                    .joined(separator: " "),
            ]
            let own = rollout(report.assessment, places.name(of: report))
            let steps = report.listedSteps.map { cells($0, report) }
            for cells in steps.isEmpty ? [cellsWithoutStep(own.count, report)] : steps {
                out += CSVCell.row(own + cells + basis)
            }
        }
        return Array(out.utf8)
    }

    /// One row where no step is listed, which says what it was judged by.
    private static func cellsWithoutStep(_ own: Int, _ report: ReportInput) -> [String] {
        let empty = header.count - own - 4
        let isEmpty = report.assessment.steps.isEmpty
        return Array(repeating: "", count: empty) + [isEmpty ? StepWording.noSteps : ""]
    }

    /// Which rollout it is, and the instant.
    private static func rollout(_ assessment: Assessment, _ place: String) -> [String] {
        let checklist = assessment.checklist
        return [
            checklist.id, place, ScopeWording.words(checklist),
            assessment.asOf.rfc3339,
        ]
    }

    private static func cells(_ step: StepAssessment, _ report: ReportInput) -> [String] {
        let assessment = report.assessment
        let checklist = assessment.checklist
        return [
            step.step.due.phase.text, step.step.id.text, step.step.title, step.step.role.text,
            report.people(askedBy: step.step).map(\.text).joined(separator: " "),
            step.step.level.rawValue, LocalTime.point(step.due), checklist.zone.name,
            StepState(step).words,
            Lateness.words(step, asOf: assessment.asOf) ?? "",
            step.punctuality.finishedAt?.rfc3339 ?? "", step.countsUntil?.rfc3339 ?? "",
            StepWording.sentence(step, report.facts.context),
        ]
    }
}
