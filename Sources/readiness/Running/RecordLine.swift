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
            let files =
                signOff.evidence.isEmpty ? "" : " (\(signOff.evidence.count) files as evidence)"
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

extension Event {
    /// The id of the step that the event is about; nil where it is about none.
    var step: String? {
        switch self {
        case .check(let event): return event.step.id
        case .signOff(let signOff): return signOff.step.id
        case .waiver(let waiver): return waiver.step.id
        case .checklistText, .revocation, .decision: return nil
        }
    }
}
