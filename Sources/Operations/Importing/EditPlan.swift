import ChecklistDecoding
import Files
import Importing
package import LocatedYAML
package import Rollout

/// Brings a sheet that was written from a checklist, and edited since, back into the checklist.
///
/// It changes titles, roles, dates, levels and needs where they stand, and nothing else; what the
/// sheet says of the state of a step is a proposal that somebody has to sign.
package struct EditPlan: Sendable {
    package struct Outcome: Sendable {
        /// What it does to the checklist, as a unified difference; empty for nothing.
        package let difference: String
        /// What the sheet says of the states of steps that is not on record.
        package let claims: PlanClaims
        /// Steps beside which the sheet has the members of another role, which changes nothing.
        package let strangers: [StepID]
        /// Steps that the sheet has no row of; they stay as they are.
        package let missing: [String]
        /// What would be wrong with the checklist afterwards; then it is not written.
        package let mistakes: [Diagnostic]
        package let isWritten: Bool
    }

    private let context: OperationContext
    private let source: TableSource
    private let writes: Bool

    /// Takes a sheet; `writes` says whether the checklist is changed, and not only compared.
    package init(_ context: OperationContext, _ source: TableSource, writing writes: Bool) {
        self.context = context
        self.source = source
        self.writes = writes
    }

    /// Compares the sheet with a checklist, and changes the checklist where that is wanted.
    package func callAsFunction(_ path: String) async throws -> Outcome {
        let file: EditedFile
        do throws(FileFailure) {
            file = try EditedFile(path: path, limit: 64 << 20)
        } catch { throw OperationFailure.file(.drafts, path: path, error) }
        let bytes = file.bytes
        let read = try outcome(bytes, path)
        guard case .loaded(let before) = read, let checklist = before.first?.checklist,
            let document = YAMLReader.reading(SourceText(path: path, bytes: bytes)).document
        else { throw OperationFailure.invalid(read.diagnostics) }
        var edits = PlanEdits(checklist: checklist, root: document.root, source: source)
        edits.compare()
        guard edits.mistakes.isEmpty else {
            throw OperationFailure.table(path: source.path, edits.mistakes)
        }
        let edited = edits.applied(to: document.source.bytes)
        let after = try outcome(edited, path)
        let wrong = after.diagnostics.filter { $0.severity == .error }
        var rollouts = before
        if case .loaded(let loaded) = after, let changed = loaded.first?.checklist {
            rollouts = loaded
            try requireOnly(edits.changed, from: checklist, to: changed)
            try requireNothingLeft(changed, SourceText(path: path, bytes: edited))
        }
        let claims = await PlanClaims(edits.statuses, of: rollouts, context)
        let isWritten = writes && wrong.isEmpty && edited != bytes
        if isWritten {
            do throws(FileFailure) {
                try file.replace(with: edited)
            } catch { throw OperationFailure.file(.drafts, path: path, error) }
        }
        func lines(_ bytes: [UInt8]) -> [String] {
            LineDiff.lines(of: String(decoding: bytes, as: UTF8.self))
        }
        return Outcome(
            difference: LineDiff.unified(lines(bytes), lines(edited), path: path),
            claims: claims, strangers: edits.strangers, missing: edits.missing, mistakes: wrong,
            isWritten: isWritten)
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

    private func outcome(_ text: [UInt8], _ path: String) throws -> DecodingOutcome {
        let place = ChecklistHome(of: path, from: context.folder).place
        return try ChecklistDecoder.read(text, of: .path(path), place: place)
    }
}
