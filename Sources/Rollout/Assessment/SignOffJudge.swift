/// Judges the sign-offs of one step.
struct SignOffJudge {
    let step: Step
    let checklist: Checklist
    let evidence: Evidence

    /// Every sign-off on record for the step, in the order of the ledger.
    var assessments: [SignOffAssessment] {
        let all = evidence.signOffs[step.id, default: []]
        var newest: [Seat: Int] = [:]
        for (record, signOff) in all where signOff.step.digest == step.digest && !isRevoked(record)
        {
            newest[Seat(principal: record.principal, role: signOff.role)] = record.sequence
        }
        return all.map { record, signOff in
            let seat = Seat(principal: record.principal, role: signOff.role)
            let objection = objection(record, signOff, newest: newest[seat])
            let agreement = signOff.decision == .approve ? "approves" : "rejects"
            return SignOffAssessment(
                record: record, signOff: signOff, counts: objection == nil,
                why: objection ?? "\(agreement) for \(signOff.role)")
        }
    }

    /// A person in a role: the newest sign-off of a seat is the one that counts.
    private struct Seat: Hashable {
        let principal: String
        let role: String
    }

    private func isRevoked(_ record: Record) -> Bool {
        evidence.revocations[record.sequence] != nil
    }

    private func objection(_ record: Record, _ signOff: SignOff, newest: Int?) -> String? {
        guard let rule = step.signOff else { return "the step no longer asks for a sign-off" }
        if let revocation = evidence.revocations[record.sequence] {
            return
                "taken back by \(revocation.principal) on \(checklist.zone.text(revocation.recordedAt))"
        }
        guard signOff.step.digest == step.digest else {
            return "was given for another wording of the step"
        }
        if let newest, newest != record.sequence {
            return "replaced by record \(newest) of the same person"
        }
        if let objection = rule.objection(
            to: record.principal, for: signOff.role, decision: signOff.decision, in: checklist,
            otherSigners: evidence.signers(of:))
        {
            return objection
        }
        guard signOff.decision == .approve else { return nil }
        if rule.evidenceRequired, signOff.evidence.isEmpty {
            return "names no evidence, which the step requires"
        }
        if let validFor = rule.validFor {
            let end = record.recordedAt.advanced(by: validFor)
            if evidence.asOf >= end { return "lapsed on \(checklist.zone.text(end))" }
        }
        return nil
    }
}
