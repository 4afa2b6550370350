import Attestation
import LedgerStorage
import Reporting
import Rollout

/// Which links and passkeys a server lets into its ledger.
struct EnrolmentAdmission {
    let signers: SignersHistory
    let ledger: any ServedLedger

    /// What is on record with the same signature is answered with its entry.
    func require(_ draft: Draft, _ signature: String, at now: Instant) async throws {
        let reading = try await ledger.reading(of: EnrolmentLink.rollout.id, asOf: .everything)
        if reading.entries.hold(draft.statement, signedBy: signature) { return }
        let entries = reading.entries.adding(draft.statement, signedBy: signature, at: now)
        let after = Enrolments(entries, signers)
        guard draft.statement.rollout == EnrolmentLink.rollout else { throw refusal(.noSuchLink) }
        if case .enrolment = draft.statement.body {
            guard let last = entries.last, let fault = after.faults[last.sequence] else { return }
            throw refusal(fault)
        }
        guard let fault = after.links.last?.fault else { return }
        throw refusal(fault)
    }

    private func refusal(_ fault: EnrolmentFault) -> StatementRefusal {
        if case .signature = fault {
            return StatementRefusal(.signature, EnrolmentWording.sentence(fault))
        }
        return StatementRefusal(.enrolment, EnrolmentWording.sentence(fault))
    }
}
