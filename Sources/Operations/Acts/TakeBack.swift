package import Rollout

/// Takes an earlier sign-off, waiver or editorial change back.
package struct TakeBack: Sendable {
    private let kind: StatementBody.Kind
    private let sequence: Int
    private let step: String
    private let reason: String

    /// - Parameters:
    ///   - kind: What the entry must be: a sign-off, a waiver or an editorial change.
    ///   - sequence: The number of the entry.
    ///   - step: The id of the step that the entry is about.
    ///   - reason: Why it is taken back.
    package init(_ kind: StatementBody.Kind, _ sequence: Int, of step: String, reason: String) {
        self.kind = kind
        self.sequence = sequence
        self.step = step
        self.reason = reason
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let about = try act.step(step).step
        let id = about.id
        guard let target = act.assessment.entries.first(where: { $0.sequence == sequence }),
            target.statement.body.kind == kind, target.statement.step?.id == id
        else { throw OperationFailure.noSuchEntry(sequence, kind, id) }
        // A rewording may be found to change the meaning after the phase is over.
        if kind != .editorial { try act.requireOpen(about.due.phase) }
        if let foreign = act.checklist.foreignness(of: target.statement) {
            throw OperationFailure.revocation(.foreign(foreign), act.words)
        }
        if let first = act.assessment.revocations.first(where: {
            $0.reason == .counts && $0.revocation.entry == target.reference
        }) {
            throw OperationFailure.revocation(
                .takenBackAlready(by: first.principal, entry: first.entry.sequence), act.words)
        }
        if let objection = RevocationRule.objection(
            by: act.actor, to: target, in: act.checklist, at: act.now)
        {
            throw OperationFailure.revocation(objection, act.words)
        }
        return try await act.record(
            act.statement(
                .revocation(Revocation(entry: target.reference, reason: reason)),
                about: target.statement.step))
    }
}
