import Rollout
import Testing

/// What people said in the hostile report that stands at no step.
struct HostileActs {
    let text: String
    let until: Instant

    private static let time = "2025-09-28T00:00:00Z"
    private var foreign: ForeignReason {
        .otherValue(parameter: text, theirs: text, ours: text)
    }

    func unattached() throws -> SignOffAssessment {
        let signOff = SignOff(choice: .reject, note: text, evidence: [])
        return SignOffAssessment(
            entry: try entry(3, .signOff(signOff)), signOff: signOff, step: StepID(text),
            role: RoleID(text), reason: .foreign(foreign))
    }

    func waiver() throws -> WaiverAssessment {
        let waiver = Waiver(until: until, reason: text)
        return WaiverAssessment(
            entry: try entry(4, .waiver(waiver)), waiver: waiver, step: StepID(text),
            role: RoleID(text), reason: .otherRole(RoleID(text), asked: [RoleID(text)]))
    }

    func decision() throws -> DecisionAssessment {
        let decision = Decision(
            phase: "p", choice: .go, reason: text, verdict: .noGo, conditions: 1,
            reasons: [foreign.recorded], ledger: .empty)
        return DecisionAssessment(
            entry: try entry(5, .decision(decision)), decision: decision, role: RoleID(text),
            reason: .stands, relation: .goDespite)
    }

    func revocation() throws -> RevocationAssessment {
        let revocation = Revocation(
            entry: EntryReference(sequence: 1, digest: Make.digest("r")), reason: text)
        return RevocationAssessment(
            entry: try entry(6, .revocation(revocation)), revocation: revocation,
            reason: .notTheAuthor(Principal(text), orOwner: RoleID(text)))
    }

    func editorial() throws -> EditorialAssessment {
        let editorial = Editorial(
            from: Make.digest("e"), before: StepWords(title: text, text: text), reason: text)
        return EditorialAssessment(
            entry: try entry(7, .editorial(editorial)), editorial: editorial, step: StepID(text),
            reason: .notTheOwner(Principal(text), owner: RoleID(text)), carries: [1])
    }

    private func entry(_ sequence: Int, _ body: StatementBody) throws -> Entry {
        try Make.entry(
            sequence, at: Self.time, by: Principal(text), step: StepID(text), role: RoleID(text),
            body)
    }
}
