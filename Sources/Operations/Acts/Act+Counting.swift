import LedgerStorage
import Rollout

extension Act {
    /// Refuses a statement that would not count, by the judgement that comes after it: what is
    /// enforced here is what is enforced there.
    func requireCounting(_ signed: StatementSigning.Signed) throws(OperationFailure) {
        let sequence = judged.state.extent.size + 1
        let entry = Entry(
            sequence: sequence, recordedAt: assessment.asOf, ordinal: 1,
            rollouts: ContentDigest(of: []), statement: signed.statement,
            signature: signed.signature, digest: ContentDigest(of: [])
        ).authenticated(signed.authentication)
        let after = checklist.assessment(of: assessment.entries + [entry], asOf: assessment.asOf)
        func made<Assessed>(_ all: [Assessed], _ entry: (Assessed) -> Entry) -> Assessed? {
            all.last { entry($0).sequence == sequence }
        }
        switch signed.statement.body {
        case .signOff:
            guard let made = made(after.signOffs, \.entry), !made.counts else { return }
            throw .signOff(made.reason, words)
        case .waiver:
            guard let made = made(after.waivers, \.entry), !made.covers else { return }
            throw .waiver(made.reason, words)
        case .decision:
            guard let made = made(after.decisions, \.entry), !made.stands else { return }
            throw .decision(made.reason, words)
        case .revocation:
            guard let made = made(after.revocations, \.entry), made.reason != .counts else {
                return
            }
            throw .revocation(made.reason, words)
        case .poll:
            guard let made = made(after.polls, \.entry), !made.counts else { return }
            throw .poll(made.reason, words)
        case .approval:
            guard let made = made(after.approvals, \.entry), made.reason != .counts else { return }
            throw .approval(made.reason, words)
        case .retrospective(let retrospective):
            guard
                let decision = assessment.entries.first(where: {
                    $0.reference == retrospective.entry
                }),
                let objection = checklist.objection(
                    toReviewing: decision, by: signed.statement.actor,
                    signed.authentication.signer, for: signed.statement.role, at: now)
            else { return }
            throw .retrospective(objection, words)
        case .editorial:
            guard let made = made(after.editorials, \.entry), made.reason != .counts else {
                return
            }
            throw .editorial(made.reason, words)
        case .check, .checklistText, .correction, .request, .signers: return
        }
    }
}
