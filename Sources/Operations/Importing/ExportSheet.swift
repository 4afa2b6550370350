import Characters
package import ChecklistDecoding
import Files
import Importing
import Reporting
import Rollout

/// Writes the plan of a rollout and where it stands as a sheet, for people who plan in one.
package struct ExportSheet: Sendable {
    private let context: OperationContext

    package init(_ context: OperationContext) { self.context = context }

    /// Writes the sheet: a workbook where the name of the file ends in `.xlsx`, a table in Markdown where
    /// it ends in `.md`, and else separated values.
    ///
    /// - Returns: The number of steps in it.
    package func callAsFunction(_ loaded: LoadedChecklist, to path: String) async throws -> Int {
        let judged = try await JudgeRollouts(context).judge(loaded)
        let rows = [Self.head] + judged.assessment.steps.map { Self.row($0, loaded.checklist) }
        let bytes =
            path.lowercased().hasSuffix(".xlsx")
            ? WorkbookWriter.bytes(rows, sheet: loaded.checklist.rollout.id)
            : TableReader.isMarkdown(path)
                ? MarkdownSheet.bytes(rows) : SeparatedSheet.bytes(rows)
        do throws(FileFailure) {
            guard let bytes else { throw FileFailure.tooLarge(limit: Table.mostBytes) }
            try WholeFile.write(bytes, to: path, permissions: 0o644)
        } catch {
            throw OperationFailure.file(.report, path: path, error)
        }
        return rows.count - 1
    }

    /// Headings that an import knows; the status comes back as a remark, and never as evidence.
    private static let head = [
        "id", "title", "role", "members", "due", "level", "needs", "status", "late",
    ]

    private static func row(_ assessment: StepAssessment, _ checklist: Checklist) -> [String] {
        let step = assessment.step
        let role = checklist.roles.first { $0.id == step.role }
        return [
            step.id.text, step.title, role?.title ?? step.role.text,
            ReturnedCell.list((role?.members ?? []).map(\.text)),
            assessment.due == .toBeAnnounced ? "" : LocalTime.point(assessment.due),
            step.level.rawValue, step.needs.map(\.text).joined(separator: ", "),
            StepState(assessment).words, assessment.isLate ? "late" : "",
        ]
    }
}
