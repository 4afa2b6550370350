import Rollout
import Testing

/// What people said in the sample that stands at no step.
struct SampleActs {
    private static let owner: Principal = "cleo@example.com"

    func waivers() throws -> [WaiverAssessment] {
        let until = try Make.instant("2025-10-15T22:00:00Z")
        let waiver = Waiver(
            until: until, reason: "The spare gateway arrives after the start; the vendor lends one."
        )
        return [
            WaiverAssessment(
                entry: try Make.entry(
                    8, at: "2025-09-26T10:30:00Z", by: Self.owner, step: "spare-gateway",
                    role: "change-manager", .waiver(waiver)), waiver: waiver,
                step: "spare-gateway", role: "change-manager", reason: .covers(until: until))
        ]
    }

    /// The first is replaced by the second, which goes another way than the evidence.
    func decisions() throws -> [DecisionAssessment] {
        func decision(
            _ sequence: Int, _ choice: Decision.Choice, _ why: String, _ reason: DecisionReason,
            _ relation: DecisionAssessment.Relation?
        ) throws -> DecisionAssessment {
            let decision = Decision(
                phase: "worldwide", choice: choice, reason: why, verdict: .conditional,
                conditions: 2, reasons: [StepReason.asksNothing.recorded],
                ledger: LedgerExtent(size: sequence - 1, root: Make.digest("root")))
            return DecisionAssessment(
                entry: try Make.entry(
                    sequence, at: "2025-09-28T15:00:00Z", by: Self.owner, role: "change-manager",
                    .decision(decision)), decision: decision, role: "change-manager",
                reason: reason, relation: relation)
        }
        return [
            try decision(10, .noGo, "The desk is not briefed.", .replaced(by: 11), nil),
            try decision(
                11, .go, "The vendor confirmed the date by phone.", .stands, .goDespite),
        ]
    }

    func revocations() throws -> [RevocationAssessment] {
        let revocation = Revocation(
            entry: EntryReference(sequence: 9, digest: Make.digest("entry 9")),
            reason: "Signed for the wrong step.")
        return [
            RevocationAssessment(
                entry: try Make.entry(
                    12, at: "2025-09-28T16:00:00.250Z", by: "sam@example.com", step: "brief-desk",
                    .revocation(revocation)), revocation: revocation, reason: .counts)
        ]
    }

    /// A sign-off of a step that is gone, and one for another tenant.
    func unattached() throws -> [SignOffAssessment] {
        func stray(
            _ sequence: Int, _ step: StepID, _ reason: SignOffReason
        ) throws -> SignOffAssessment {
            let signOff = SignOff(choice: .approve, note: "Done.", evidence: [])
            return SignOffAssessment(
                entry: try Make.entry(
                    sequence, at: "2025-09-28T17:00:00Z", by: "sam@example.com", step: step,
                    role: "service-desk", .signOff(signOff)), signOff: signOff, step: step,
                role: "service-desk", reason: reason)
        }
        return [
            try stray(13, "old-step", .stepRemoved),
            try stray(
                14, "announce",
                .foreign(.otherValue(parameter: "tenant", theirs: "south", ours: "north"))),
        ]
    }
}
