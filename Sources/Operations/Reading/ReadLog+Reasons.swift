import LedgerStorage
package import Reporting
package import Rollout
import Synchronization

extension ReadLog {
    /// Why an entry does not count by the checklist as it is now.
    package struct Uncounted: Sendable {
        package let reason: RecordReason
        /// What the reason is worded with.
        package let words: WordingContext
    }

    /// Why entries do not count now, by their numbers: the reasons that `status` has.
    ///
    /// An entry is judged for the rollout that it is about, or that is nearest to it, of the targets
    /// of one checklist.
    package func uncounted(
        of rollouts: [Checklist], at instant: Instant
    ) async throws -> [Int: Uncounted] {
        guard let first = rollouts.first else { return [:] }
        let ledger = location.ledger()
        let found = Mutex<[Entry]>([])
        _ = try await ledger.entries(of: first.id, asOf: .everything) { stored in
            found.withLock { $0.append(stored.entry) }
        }
        try await ledger.close()
        let entries = try await signers().known.authenticate(found.withLock { $0 })
        var files = KeptFiles()
        for entry in entries { files.add(entry) }
        let notKept = Set(files.damages(in: location.content).flatMap(\.entries))
        var uncounted: [Int: Uncounted] = [:]
        for (number, rollout) in rollouts.enumerated() {
            let assessment = rollout.assessment(of: entries, asOf: instant, notKept: notKept)
            let words = WordingContext(assessment)
            let reasons = rollout.outcomeReasons(of: entries, asOf: instant, notKept: notKept)
                .merging(
                    assessment.acts.compactMap { act in
                        act.reason.map { (act.entry.sequence, $0) }
                    }
                ) { own, _ in own }
            for entry in entries
            where Self.rollout(of: entry.statement, among: rollouts) == number {
                uncounted[entry.sequence] = reasons[entry.sequence].map {
                    Uncounted(reason: $0, words: words)
                }
            }
        }
        return uncounted
    }

    /// Which rollout a statement is about, or, where it is none of them, is nearest to.
    private static func rollout(of statement: Statement, among rollouts: [Checklist]) -> Int {
        rollouts.firstIndex { $0.foreignness(of: statement) == nil }
            ?? rollouts.firstIndex { $0.scope.target == statement.scope.target } ?? 0
    }
}
