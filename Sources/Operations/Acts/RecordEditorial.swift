package import ChecklistDecoding
import LedgerStorage
package import Rollout

/// Records the owner's word that a rewording of a step changed no meaning.
package struct RecordEditorial: Sendable {
    private let step: String
    private let before: LoadedChecklist
    private let reason: String

    /// - Parameters:
    ///   - step: The id of the step.
    ///   - before: The checklist with the words before, read for the same target and values.
    ///   - reason: What was reworded, and why.
    package init(_ step: String, before: LoadedChecklist, reason: String) {
        self.step = step
        self.before = before
        self.reason = reason
    }

    /// What was recorded, and the entries that count for the words of today by it.
    package struct Recorded: Sendable {
        package let entry: Entry
        package let carries: [Int]
    }

    package func callAsFunction(_ act: Act) async throws -> Recorded {
        let step = try act.step(step).step
        let old = before.checklist
        func refuse(_ reason: EditorialReason) -> OperationFailure { .editorial(reason, act.words) }
        guard let former = old.step(step.id) else {
            throw OperationFailure.unknown(
                .step, step.id.text, known: old.steps.map(\.id.text))
        }
        guard old.id.utf8.elementsEqual(act.checklist.id.utf8) else {
            throw refuse(.otherChecklist(old.id))
        }
        let editorial = Editorial(from: former.digest, before: former.wording, reason: reason)
        if let objection = EditorialRule.objection(
            to: editorial, leadingTo: step.digest, of: step, by: act.actor,
            for: act.checklist.owner, at: act.now, in: act.checklist)
        {
            throw refuse(objection)
        }
        let statement = act.statement(
            .editorial(editorial), about: step.reference, for: act.checklist.owner)
        // The same judgement as that of every report: what it would not carry is not recorded.
        let draft = Entry.draft(statement, after: act.assessment.entries, at: act.now)
            .authenticated(act.checklist.requiresSigning ? .presumed : .none)
        let after = act.checklist.assessment(
            of: act.assessment.entries + [draft], asOf: max(act.assessment.asOf, draft.recordedAt))
        guard let judged = after.editorials.last, judged.reason == .counts else {
            throw refuse(after.editorials.last?.reason ?? .otherWording)
        }
        guard !judged.carries.isEmpty else {
            throw OperationFailure.pointless(.nothingToCarry(step.id))
        }
        let entry = try await act.record(statement, keeping: before)
        return Recorded(entry: entry, carries: judged.carries)
    }
}

extension Act {
    /// Records a statement with the text of another checklist that it rests on.
    fileprivate func record(
        _ statement: Statement, keeping other: LoadedChecklist
    ) async throws -> Entry {
        let ledger = judged.location.ledger()
        _ = try await ledger.append(
            [Draft(other.textStatement(by: principal, at: now))], at: now)
        try await ledger.close()
        return try await record(statement)
    }
}

extension Entry {
    /// A statement as if a ledger had taken it after some entries.
    fileprivate static func draft(
        _ statement: Statement, after entries: [Entry], at now: Instant
    ) -> Entry {
        let sequence = (entries.last?.sequence ?? 0) + 1
        return Entry(
            sequence: sequence, recordedAt: now, ordinal: entries.count + 1,
            rollouts: ContentDigest(of: []), statement: statement, signature: nil,
            digest: ContentDigest(ofLeaf: statement.canonicalBytes))
    }
}
