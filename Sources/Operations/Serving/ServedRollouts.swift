package import ChecklistDecoding
import LedgerStorage
package import Reporting
import Rollout

/// The rollouts of a server, each by the newest text of its checklist on record.
package struct ServedRollouts: Sendable {
    private let context: OperationContext

    package init(_ context: OperationContext) { self.context = context }

    /// A rollout, and the name that its page is found under, the same at every moment.
    package struct Served: Sendable {
        package let name: String
        package let loaded: LoadedChecklist
    }

    /// All of them; those whose text cannot be read by this program are left out and told of.
    package func all() async throws -> (served: [Served], unreadable: [String]) {
        let location = context.location(for: nil)
        let ledger = location.ledger()
        let texts = try await ledger.texts(withDigestPrefix: "")
        try await ledger.close()
        var newest: [RolloutReference: StoredText] = [:]
        for text in texts {
            let rollout = text.entry.statement.rollout
            if (newest[rollout]?.entry.sequence ?? 0) < text.entry.sequence {
                newest[rollout] = text
            }
        }
        var loaded: [LoadedChecklist] = []
        var unreadable: [String] = []
        for text in newest.values.sorted(by: { $0.entry.sequence < $1.entry.sequence }) {
            let loader = ChecklistLoader(context, place: text.entry.statement.rollout.place)
            do {
                loaded += try await loader.load([text.digest.description])
            } catch let failure as OperationFailure {
                unreadable.append("\(text.entry.statement.rollout.place): \(failure)")
            }
        }
        let names = ReportName.names(of: loaded.map(\.checklist))
        return (zip(names, loaded).map { Served(name: $0, loaded: $1) }, unreadable)
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
