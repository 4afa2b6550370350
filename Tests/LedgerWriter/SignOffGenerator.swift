import LedgerStorage
import Rollout

/// Makes a ledger in which many people signed one step.
struct SignOffGenerator {
    let rollout: String
    let place: String
    let step: StepReference
    let checklist: ContentDigest
    let count: Int

    private static let transaction = 10_000

    /// Writes a sign-off of `person-1@example.com`, `person-2@example.com` and so on.
    func write(to ledger: any Ledger) async throws {
        var drafts: [Draft] = []
        for number in 1...count {
            drafts.append(Draft(signOff(by: "person-\(number)@example.com")))
            if drafts.count == Self.transaction || number == count {
                _ = try await ledger.append(drafts, at: LedgerGenerator.start)
                drafts = []
            }
        }
        try await ledger.close()
    }

    private func signOff(by person: String) -> Statement {
        Statement(
            rollout: RolloutReference(id: rollout, place: place), scope: Scope(),
            checklist: checklist, step: step, principal: Principal(person), role: "crowd",
            madeAt: LedgerGenerator.start,
            body: .signOff(SignOff(choice: .approve, note: "Seen.", evidence: [])))
    }
}
