import Attestation
package import ChecklistDecoding
import LedgerStorage
package import Reporting
import Rollout
import Synchronization

/// The rollouts of a server.
package struct ServedRollouts: Sendable {
    private let context: OperationContext

    package init(_ context: OperationContext) { self.context = context }

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
        let location = context.location(for: nil)
        let subjects = try await subjects(location)
        var found: [(loaded: LoadedChecklist, otherTexts: [ContentDigest])] = []
        var notes: [String] = []
        for subject in subjects {
            let place = subject.rollout.place
            let loader = ChecklistLoader(context, place: place)
            do {
                for loaded in try await loader.load([subject.texts[0].description]) {
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

    /// A rollout with the texts that people signed on, the newest use first.
    private struct Subject {
        let rollout: RolloutReference
        var texts: [ContentDigest]
    }

    private func subjects(_ location: LedgerLocation) async throws -> [Subject] {
        let signers = try await ReadSigners.read(location)
        let found = Mutex<[Subject]>([])
        let ledger = location.ledger()
        _ = try await ledger.entries(of: nil, asOf: .everything) { stored in
            let statement = stored.entry.statement
            switch statement.body {
            case .checklistText, .signers, .triage, .enrolmentLink, .enrolment: return
            default: break
            }
            // What does not count by its signature chooses no text either.
            guard case .key = signers.authentication(of: stored.entry) else { return }
            found.withLock { subjects in
                let place = subjects.firstIndex { $0.rollout == statement.rollout }
                if place == nil { subjects.append(Subject(rollout: statement.rollout, texts: [])) }
                let index = place ?? subjects.count - 1
                subjects[index].texts.removeAll { $0 == statement.checklist }
                subjects[index].texts.insert(statement.checklist, at: 0)
            }
        }
        try await ledger.close()
        return found.withLock { $0 }
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
