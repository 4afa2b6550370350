package import ChecklistDecoding
import LedgerStorage
package import Rollout

/// Records when an entry was truly made that a clock far ahead had dated.
///
/// It is not an `Act`: nothing can be judged, and nothing else recorded, as long as the newest entry
/// is from a later time than it can be.
package struct CorrectTime: Sendable {
    private let sequence: Int
    private let time: Instant
    private let reason: String

    /// - Parameters:
    ///   - sequence: The number of the entry whose time is wrong.
    ///   - time: When it was made in truth.
    ///   - reason: How that is known.
    package init(_ sequence: Int, time: Instant, reason: String) {
        self.sequence = sequence
        self.time = time
        self.reason = reason
    }

    package func callAsFunction(
        on loaded: LoadedChecklist, by principal: Principal, _ context: OperationContext
    ) async throws -> Entry {
        let now = context.clock()
        let checklist = loaded.checklist
        let location = context.location(for: loaded.source.path)
        guard checklist.isMember(principal, of: checklist.owner) else {
            throw OperationFailure.correction(.notTheOwner, sequence)
        }
        let ledger = location.ledger()
        let entries = try await ledger.reading(of: checklist.id, asOf: .everything).entries
        guard let target = entries.first(where: { $0.sequence == sequence }) else {
            throw OperationFailure.correction(.noSuchEntry, sequence)
        }
        guard target.recordedAt > now else {
            throw OperationFailure.correction(.notAhead, sequence)
        }
        guard time <= now else { throw OperationFailure.correction(.inTheFuture, sequence) }
        let statement = Statement(
            rollout: checklist.rollout, scope: checklist.scope, checklist: checklist.digest,
            principal: principal, role: checklist.owner, madeAt: now,
            body: .correction(Correction(entry: target.reference, time: time, reason: reason)))
        // It comes first: only a correction may follow an entry that is ahead.
        let made = try await ledger.append(
            [Draft(statement), Draft(loaded.textStatement(by: principal, at: now))], at: now)
        try await ledger.close()
        guard let entry = made.first, entry.statement == statement else {
            throw LedgerError(location, .failed(reason: "it did not say that the entry was kept"))
        }
        return entry
    }
}
