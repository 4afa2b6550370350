/// Judges the sign-offs of one step.
struct SignOffJudge {
    let step: Step
    let checklist: Checklist
    let evidence: Evidence

    /// Every sign-off on record for the step, in the order of the ledger.
    var assessments: [SignOffAssessment] {
        let all = evidence.signOffs[step.id, default: []]
        // A sign-off that was taken back still replaces the ones before it: taking an approval
        // back must not bring an older approval of the same person into force again.
        var newest: [Seat: Int] = [:]
        for (record, signOff) in all where signOff.step.digest == step.digest {
            newest[Seat(principal: record.principal, role: signOff.role)] = record.sequence
        }
        return all.map { record, signOff in
            let seat = Seat(principal: record.principal, role: signOff.role)
            let objection = objection(record, signOff, newest: newest[seat])
            let agreement = signOff.decision == .approve ? "approves" : "rejects"
            return SignOffAssessment(
                record: record, signOff: signOff, counts: objection == nil,
                why: objection?.why ?? "\(agreement) for \(signOff.role)",
                isStale: objection?.isOfTime ?? false)
        }
    }

    /// A person in a role: the newest sign-off of a seat is the one that counts.
    private struct Seat: Hashable {
        let principal: String
        let role: String
    }

    /// Why a sign-off does not count, and whether only time or a new wording took it away.
    private typealias Objection = (why: String, isOfTime: Bool)

    private func objection(_ record: Record, _ signOff: SignOff, newest: Int?) -> Objection? {
        guard let rule = step.signOff else {
            return ("the step no longer asks for a sign-off", false)
        }
        if let revocation = evidence.revocations[record.sequence] {
            let when = checklist.zone.text(revocation.recordedAt)
            return ("taken back by \(revocation.principal) on \(when)", false)
        }
        let refusal = rule.objection(
            to: record.principal, for: signOff.role, decision: signOff.decision, in: checklist,
            otherSigners: evidence.signers(of:))
        guard signOff.step.digest == step.digest else {
            return ("was given for another wording of the step", refusal == nil)
        }
        if let newest, newest != record.sequence {
            return ("replaced by record \(newest) of the same person", false)
        }
        if let refusal { return (refusal, false) }
        guard signOff.decision == .approve else { return nil }
        if rule.evidenceRequired, signOff.evidence.isEmpty {
            return ("names no evidence, which the step requires", false)
        }
        if let validFor = rule.validFor {
            let end = record.recordedAt.advanced(by: validFor)
            if evidence.asOf >= end { return ("lapsed on \(checklist.zone.text(end))", true) }
        }
        return nil
    }
}
