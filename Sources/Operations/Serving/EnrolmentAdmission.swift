import Attestation
import LedgerStorage
import Reporting
import Rollout

/// Which links and passkeys a server lets into its ledger.
struct EnrolmentAdmission {
    let signers: SignersHistory
    let ledger: SQLiteLedger

    /// What is on record with the same signature is answered with its entry.
    func require(_ draft: Draft, _ signature: String, at now: Instant) async throws {
        let reading = try await ledger.reading(of: EnrolmentLink.rollout.id, asOf: .everything)
        let isKnown = reading.entries.contains {
            $0.statement == draft.statement && $0.signature == signature
        }
        if isKnown { return }
        let entry = Entry(
            sequence: .max, recordedAt: now, ordinal: reading.entries.count + 1,
            rollouts: ContentDigest(of: []), statement: draft.statement, signature: signature,
            digest: ContentDigest(of: []))
        let after = Enrolments(reading.entries + [entry], signers)
        guard draft.statement.rollout == EnrolmentLink.rollout else { throw refusal(.noSuchLink) }
        if case .enrolment = draft.statement.body {
            guard let fault = after.faults[entry.sequence] else { return }
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
