package import Rollout

/// What somebody said, on one line, for lists of entries.
package enum StatementWording {
    package static func words(_ statement: Statement, _ zone: Zone) -> String {
        let step = statement.step?.id.text ?? ""
        let role = statement.role?.text ?? ""
        switch statement.body {
        case .checklistText: return "kept the text \(statement.checklist)"
        case .check(let check):
            let reason = CheckWording.reason(of: check)
            return "checked \(step) with \(check.kind): \(check.outcome.rawValue): \(reason)"
        case .signOff(let signOff):
            let verb = signOff.choice == .approve ? "signed" : "rejected"
            let files =
                signOff.evidence.isEmpty
                ? "" : " (\(Prose.count(signOff.evidence.count, "file")) as evidence)"
            return "\(verb) \(step) for \(role): \(signOff.note)\(files)"
        case .waiver(let waiver):
            return
                "waived \(step) until \(LocalTime.end(waiver.until, in: zone)): \(waiver.reason)"
        case .revocation(let revocation):
            return "took entry \(revocation.entry.sequence) about \(step) back: "
                + revocation.reason
        case .decision(let decision):
            let closing = decision.question == .close ? "closing " : ""
            let emergency = decision.isEmergency ? " in an emergency" : ""
            return
                "decided \(decision.choice.rawValue) for \(closing)\(decision.phase)\(emergency) "
                + "(the evidence said \(decision.verdict.rawValue)): \(decision.reason)"
        case .poll(let poll):
            let closing = poll.question == .close ? "closing " : ""
            return "answered \(poll.choice.rawValue) for \(closing)\(poll.phase) for \(role): "
                + poll.comment
        case .request(let request):
            return "asked for \(step) for \(role): \(request.note)"
        case .approval(let approval):
            return "approved the text \(statement.checklist) for \(role): \(approval.note)"
        case .retrospective(let retrospective):
            return "looked back on entry \(retrospective.entry.sequence) for \(role): "
                + retrospective.note
        case .signers(let signers):
            return "recorded the list of signers \(statement.checklist), owner \(signers.owner)"
        case .enrolmentLink(let link):
            return "let \(link.person) enrol a passkey until "
                + LocalTime.text(link.until, in: zone)
        case .enrolment(let enrolment):
            return "enrolled the passkey \(enrolment.key)"
        case .triage(let triage):
            return "decided \(triage.choice.rawValue) for \(triage.announcement): \(triage.reason)"
        case .editorial(let editorial):
            return "said for \(role) that the rewording of \(step) changed no meaning: "
                + editorial.reason
        case .correction(let correction):
            return "corrected the time of entry \(correction.entry.sequence) to "
                + "\(LocalTime.text(correction.time, in: zone)): \(correction.reason)"
        }
    }
}
