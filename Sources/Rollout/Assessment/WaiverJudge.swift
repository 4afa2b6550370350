/// Judges the waivers of a checklist.
struct WaiverJudge {
    let checklist: Checklist
    let evidence: Evidence

    /// Every waiver on record, in the order of the ledger.
    var assessments: [WaiverAssessment] {
        evidence.waivers.map { record, waiver in
            let objection = objection(record, waiver)
            return WaiverAssessment(
                record: record, waiver: waiver, covers: objection == nil,
                why: objection ?? "covers until \(checklist.zone.text(waiver.until))")
        }
    }

    private func objection(_ record: Record, _ waiver: Waiver) -> String? {
        guard let step = checklist.step(waiver.step.id) else {
            return "the checklist has no such step"
        }
        if let revocation = evidence.revocations[record.sequence] {
            return
                "taken back by \(revocation.principal) on \(checklist.zone.text(revocation.recordedAt))"
        }
        guard waiver.step.digest == step.digest else {
            return "was given for another wording of the step"
        }
        guard let rule = checklist.waivers else { return "the checklist allows no waivers" }
        if let objection = rule.objection(
            to: record.principal, for: waiver.role, from: record.recordedAt, until: waiver.until,
            in: checklist)
        {
            return objection
        }
        guard evidence.asOf < waiver.until else {
            return "ended on \(checklist.zone.text(waiver.until))"
        }
        return nil
    }
}
