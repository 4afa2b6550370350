import ChecklistDecoding
import Files
import Importing
package import LocatedYAML
import Rollout

/// Brings a sheet that was written from a checklist, and edited since, back into the checklist.
///
/// It changes titles, roles, dates, levels and needs where they stand, and nothing else; what the
/// sheet says of the state of a step is a proposal that somebody has to sign.
package struct EditPlan: Sendable {
    package struct Outcome: Sendable {
        /// What it does to the checklist, as a unified difference; empty for nothing.
        package let difference: String
        /// Steps that the sheet says another state of.
        package let proposals: [(step: String, status: String)]
        /// Steps that the sheet calls ready in our words.
        package let claims: [String]
        /// Steps that the sheet has no row of; they stay as they are.
        package let missing: [String]
        /// What would be wrong with the checklist afterwards; then it is not written.
        package let mistakes: [Diagnostic]
        package let isWritten: Bool
    }

    private let source: TableSource
    private let writes: Bool

    /// Takes a sheet; `writes` says whether the checklist is changed, and not only compared.
    package init(_ source: TableSource, writing writes: Bool) {
        self.source = source
        self.writes = writes
    }

    /// Compares the sheet with a checklist, and changes the checklist where that is wanted.
    package func callAsFunction(_ path: String) throws -> Outcome {
        let file: EditedFile
        do throws(FileFailure) {
            file = try EditedFile(path: path, limit: 64 << 20)
        } catch { throw OperationFailure.file(.drafts, path: path, error) }
        let bytes = file.bytes
        let outcome = try Self.outcome(bytes, path)
        guard case .loaded(let loaded) = outcome, let checklist = loaded.first?.checklist,
            let document = YAMLReader.reading(SourceText(path: path, bytes: bytes)).document
        else { throw OperationFailure.invalid(outcome.diagnostics) }
        var edits = PlanEdits(checklist: checklist, root: document.root, source: source)
        edits.compare()
        guard edits.mistakes.isEmpty else {
            throw OperationFailure.table(path: source.path, edits.mistakes)
        }
        let edited = edits.applied(to: document.source.bytes)
        let after = try Self.outcome(edited, path)
        let wrong = after.diagnostics.filter { $0.severity == .error }
        if case .loaded(let loaded) = after, let changed = loaded.first?.checklist {
            try requireOnly(edits.changed, from: checklist, to: changed)
            try requireNothingLeft(changed, SourceText(path: path, bytes: edited))
        }
        let isWritten = writes && wrong.isEmpty && edited != bytes
        if isWritten {
            do throws(FileFailure) {
                try file.replace(with: edited)
            } catch { throw OperationFailure.file(.drafts, path: path, error) }
        }
        func lines(_ bytes: [UInt8]) -> [String] {
            LineMerge.lines(of: String(decoding: bytes, as: UTF8.self))
        }
        return Outcome(
            difference: LineDiff.unified(lines(bytes), lines(edited), path: path),
            proposals: edits.proposals, claims: edits.claims, missing: edits.missing,
            mistakes: wrong, isWritten: isWritten)
    }

    /// What was written is what the sheet says, also where one change undid another.
    private func requireNothingLeft(
        _ checklist: Checklist, _ text: SourceText
    ) throws(OperationFailure) {
        guard let root = YAMLReader.reading(text).document?.root else { return }
        var again = PlanEdits(checklist: checklist, root: root, source: source)
        again.compare()
        guard again.changed.isEmpty, again.mistakes.isEmpty else {
            throw .table(
                path: source.path,
                [
                    TableMistake(
                        sheet: source.table.sheet, .reachesOthers(again.changed.sorted()))
                ])
        }
    }

    /// The other steps stay as they are, whatever anchors and merged keys lead to.
    private func requireOnly(
        _ names: Set<String>, from checklist: Checklist, to edited: Checklist
    ) throws(OperationFailure) {
        let others = checklist.steps.filter { step in
            !names.contains(step.id.text) && edited.step(step.id) != step
        }
        guard others.isEmpty else {
            throw .table(
                path: source.path,
                [
                    TableMistake(
                        sheet: source.table.sheet, .reachesOthers(others.map(\.id.text)))
                ])
        }
    }

    private static func outcome(_ text: [UInt8], _ path: String) throws -> DecodingOutcome {
        try ChecklistDecoder.read(text, of: .path(path), place: path)
    }
}
