import Characters
import Reporting
import Rollout

/// One line for one record.
enum RecordLine {
    /// `12  2025-10-09 14:00  nora@example.com  signed STEP for ROLE: NOTE`.
    static func text(_ record: Record, _ zone: Zone) -> String {
        VisibleText.line(
            "\(record.sequence)  \(zone.text(record.recordedAt)) \(zone)  \(record.digest.short)  "
                + "\(record.principal)  \(record.checklist): \(words(record.event))")
    }

    private static func words(_ event: Event) -> String {
        switch event {
        case .checklistText(let text): return "kept the text \(text.digest)"
        case .check(let check):
            return "checked \(check.step.id) with \(check.kind): \(check.result.outcome.rawValue): "
                + check.result.reason
        case .signOff(let signOff):
            let verb = signOff.decision == .approve ? "signed" : "rejected"
            let count = signOff.evidence.count
            let files =
                count == 0 ? "" : " (\(count) \(count == 1 ? "file" : "files") as evidence)"
            return "\(verb) \(signOff.step.id) for \(signOff.role): \(signOff.note)\(files)"
        case .waiver(let waiver):
            return "waived \(waiver.step.id) until \(waiver.until.rfc3339): \(waiver.reason)"
        case .revocation(let revocation):
            return "took record \(revocation.sequence) back: \(revocation.reason)"
        case .decision(let decision):
            return "decided \(decision.choice.rawValue) for \(decision.phase) "
                + "(computed \(decision.computed.rawValue)): \(decision.reason)"
        }
    }
}
