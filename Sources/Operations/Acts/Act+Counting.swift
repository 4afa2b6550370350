import Attestation
import LedgerStorage
import Rollout

extension Act {
    /// Refuses a statement that would not count, by the judgement that comes after it: what is
    /// enforced here is what is enforced there.
    func requireCounting(
        _ signed: StatementSigning.Signed, by signers: SignersHistory
    ) throws(OperationFailure) {
        let names = signers.otherNames(of: signed.statement.actor, at: nil)
        let sequence = judged.state.extent.size + 1
        let entry = Entry(
            sequence: sequence, recordedAt: assessment.asOf, ordinal: 1,
            rollouts: ContentDigest(of: []), statement: signed.statement,
            signature: signed.signature, digest: ContentDigest(of: [])
        ).authenticated(signed.authentication, otherNames: names)
        let after = checklist.assessment(of: assessment.entries + [entry], asOf: assessment.asOf)
        func refuse<Assessed>(
            _ all: [Assessed], _ entry: (Assessed) -> Entry, unless counts: (Assessed) -> Bool,
            _ failure: (Assessed) -> OperationFailure
        ) throws(OperationFailure) {
            guard let made = all.last(where: { entry($0).sequence == sequence }) else {
                throw .notJudged
            }
            guard counts(made) else { throw failure(made) }
        }
        switch signed.statement.body {
        case .signOff:
            try refuse(after.signOffs, \.entry, unless: \.counts) { .signOff($0.reason, words) }
        case .waiver:
            try refuse(after.waivers, \.entry, unless: \.covers) { .waiver($0.reason, words) }
        case .decision:
            try refuse(after.decisions, \.entry, unless: \.stands) { .decision($0.reason, words) }
        case .revocation:
            try refuse(after.revocations, \.entry, unless: { $0.reason == .counts }) {
                .revocation($0.reason, words)
            }
        case .poll:
            try refuse(after.polls, \.entry, unless: \.counts) { .poll($0.reason, words) }
        case .approval:
            try refuse(after.approvals, \.entry, unless: { $0.reason == .counts }) {
                .approval($0.reason, words)
            }
        case .editorial:
            try refuse(after.editorials, \.entry, unless: { $0.reason == .counts }) {
                .editorial($0.reason, words)
            }
        case .retrospective(let retrospective):
            guard
                let decision = assessment.entries.first(where: {
                    $0.reference == retrospective.entry
                })
            else { throw .retrospective(.noEmergency, words) }
            let objection = checklist.objection(
                toReviewing: decision, by: signed.statement.actor,
                signed.authentication.signer, alsoKnownAs: names, for: signed.statement.role,
                at: now)
            if let objection { throw .retrospective(objection, words) }
        case .check, .checklistText, .correction, .request, .signers, .triage, .enrolmentLink,
            .enrolment:
            return
        }
    }
}
