package import ChecklistDecoding
import LedgerStorage
import Reporting
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

    /// A correction that was recorded.
    package struct Recorded: Sendable {
        package let entry: Entry
        /// The earlier correction of the same entry, which it replaces.
        package let former: CorrectionAssessment?
    }

    package func callAsFunction(
        on loaded: LoadedChecklist, by principal: Principal,
        signing method: SigningMethod = .usual, _ context: OperationContext,
        tell: (String) -> Void = { _ in }
    ) async throws -> Recorded {
        let now = context.clock()
        let checklist = loaded.checklist
        let location = context.location(for: loaded.source.path)
        guard checklist.isOwner(Actor(principal), at: now) else {
            throw refused(.notTheOwner, checklist)
        }
        let ledger = location.ledger()
        let signers = try await ReadSigners.read(location)
        let entries = await signers.authenticate(
            try await ledger.reading(of: checklist.id, asOf: .everything).entries)
        let known = Corrections(entries, of: checklist)
        guard let target = entries.first(where: { $0.sequence == sequence }) else {
            throw refused(.noSuchEntry, checklist)
        }
        guard target.recordedAt > now else {
            throw refused(.notAhead, checklist)
        }
        guard time <= now else { throw refused(.inTheFuture, checklist) }
        let correction = Correction(entry: target.reference, time: time, reason: reason)
        if let objection = Corrections.order(correction, at: now, known.entries) {
            throw refused(objection, checklist)
        }
        let statement = Statement(
            rollout: checklist.rollout, scope: checklist.scope, checklist: checklist.digest,
            principal: principal, role: checklist.owner, madeAt: now,
            body: .correction(correction))
        let signing = try await StatementSigning(
            method: method, isRequired: checklist.requiresSigning, signers: signers, now: now
        ).choosing(for: principal)
        if let lack = signing.lack { tell(lack.note(for: principal)) }
        let signed = try await signing.sign(statement)
        // It comes first: only a correction may follow an entry that is ahead.
        let made = try await ledger.append(
            [signed.draft, Draft(loaded.textStatement(by: principal, at: now))], at: now)
        try await ledger.close()
        guard let entry = made.first, entry.statement == signed.statement else {
            throw LedgerError(location, .failed(reason: "it did not say that the entry was kept"))
        }
        let former = known.assessments.last {
            $0.reason == .counts && $0.correction.entry.sequence == sequence
        }
        return Recorded(
            entry: entry.authenticated(signed.authentication), former: former)
    }

    private func refused(_ reason: CorrectionReason, _ checklist: Checklist) -> OperationFailure {
        .correction(reason, sequence, WordingContext(checklist))
    }
}
