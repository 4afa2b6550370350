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
    }

    /// What a server has.
    package struct All: Sendable {
        package let served: [Served]
        /// Sentences on what is not shown, or may not be what a reader expects: a page must not look
        /// whole, or settled, without them.
        package let notes: [String]
    }

    /// Each rollout by the text that somebody signed on last: a text alone says nothing.
    package func all() async throws -> All {
        let location = context.location(for: nil)
        let subjects = try await subjects(location)
        var loaded: [LoadedChecklist] = []
        var notes: [String] = []
        for subject in subjects {
            let place = subject.rollout.place
            let loader = ChecklistLoader(context, place: place)
            do {
                loaded += try await loader.load([subject.texts[0].description])
            } catch let failure as OperationFailure {
                notes.append("Not judged: \(place): \(failure)")
            }
            if subject.texts.count > 1 {
                let others = subject.texts.dropFirst().map(\.description).joined(separator: ", ")
                notes.append(
                    "\(place) is judged by the text \(subject.texts[0]), which \(subject.signer) "
                        + "signed on last; people signed on other texts before: \(others).")
            }
        }
        let names = ReportName.names(of: loaded.map(\.checklist))
        return All(
            served: zip(names, loaded).map { Served(name: $0, loaded: $1) }, notes: notes)
    }

    /// A rollout with the texts that people signed on, the newest use first, and who signed last.
    private struct Subject {
        let rollout: RolloutReference
        var texts: [ContentDigest]
        var signer: Principal
    }

    private func subjects(_ location: LedgerLocation) async throws -> [Subject] {
        let signers = try await ReadSigners.read(location)
        let found = Mutex<[Subject]>([])
        let ledger = location.ledger()
        _ = try await ledger.entries(of: nil, asOf: .everything) { stored in
            let statement = stored.entry.statement
            switch statement.body {
            case .checklistText, .signers, .triage: return
            default: break
            }
            // What does not count by its signature chooses no text either.
            guard case .key = signers.authentication(of: stored.entry) else { return }
            found.withLock { subjects in
                let place = subjects.firstIndex { $0.rollout == statement.rollout }
                let new = Subject(
                    rollout: statement.rollout, texts: [], signer: statement.principal)
                if place == nil { subjects.append(new) }
                let index = place ?? subjects.count - 1
                subjects[index].texts.removeAll { $0 == statement.checklist }
                subjects[index].texts.insert(statement.checklist, at: 0)
                subjects[index].signer = statement.principal
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
        try await JudgeRollouts(context, at: point).outcomes(served.map(\.loaded)).map {
            try $0.result.get().report(tool, for: selection)
        }
    }
}
