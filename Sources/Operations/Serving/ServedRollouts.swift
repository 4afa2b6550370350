import Attestation
package import ChecklistDecoding
import LedgerStorage
package import Reporting
import Rollout

/// The rollouts of a server.
package struct ServedRollouts: Sendable {
    private let context: OperationContext
    private let subjects: ServedSubjects

    package init(_ context: OperationContext) {
        self.context = context
        subjects = ServedSubjects(context.location(for: nil))
    }

    /// A rollout, and the name that its page is found under, the same at every moment.
    package struct Served: Sendable {
        package let name: String
        package let loaded: LoadedChecklist
        /// The texts that people signed on as well; none where they signed on one.
        let otherTexts: [ContentDigest]

        /// What a reader of any format must know of the text.
        var warnings: [LedgerWarning] {
            guard !otherTexts.isEmpty else { return [] }
            let texts = otherTexts.map(\.description).joined(separator: ", ")
            return [LedgerWarning(.otherTexts, entry: nil, detail: texts)]
        }
    }

    /// What a server has.
    package struct All: Sendable {
        package let served: [Served]
        /// Sentences on what is not shown: a page must not look whole without them.
        package let notes: [String]
    }

    /// Each rollout by the text that somebody signed on last: a text alone says nothing.
    package func all() async throws -> All {
        var found: [(loaded: LoadedChecklist, otherTexts: [ContentDigest])] = []
        var notes: [String] = []
        for subject in try await subjects.all() {
            let place = subject.rollout.place
            let loader = ChecklistLoader(context, place: place)
            do {
                let text = ServedSubjects.Text(digest: subject.texts[0], place: place)
                let checklists = try await subjects.checklists(text) {
                    try await loader.load([text.digest.description])
                }
                for loaded in checklists {
                    found.append((loaded, Array(subject.texts.dropFirst())))
                }
            } catch let failure as OperationFailure {
                notes.append("Not judged: \(place): \(failure)")
            }
        }
        let names = ReportName.names(of: found.map(\.loaded.checklist))
        let served = zip(names, found).map {
            Served(name: $0, loaded: $1.loaded, otherTexts: $1.otherTexts)
        }
        return All(served: served, notes: notes)
    }

    /// What each is judged to be, in the same order.
    package func reports(
        of served: [Served], _ tool: ReportInput.Tool,
        for selection: ReportSelection = .everything, at point: JudgementPoint = .now
    ) async throws -> [ReportInput] {
        let outcomes = try await JudgeRollouts(context, at: point).outcomes(served.map(\.loaded))
        return try zip(outcomes, served).map { outcome, one in
            try outcome.result.get().report(tool, for: selection, warnings: one.warnings)
        }
    }
}
