import CanonicalJSON
import Characters
import LedgerStorage
import Operations
import Reporting
import Rollout

/// One line for one entry.
enum EntryLine {
    /// `12  2025-10-09 14:00 UTC  1f2e3d4c5b6a  nora@example.com  shop: signed STEP for ROLE: NOTE`.
    ///
    /// The target is named, and the values that are not those of the scope for the same target, or
    /// of the first scope where none is for it.
    static func text(
        _ entry: Entry, _ zone: Zone, beside scopes: [Scope],
        corrected: ReadLog.CorrectedTime? = nil, uncounted: ReadLog.Uncounted? = nil
    ) -> String {
        let statement = entry.statement
        return VisibleText.line(
            "\(entry.sequence)  \(LocalTime.text(entry.recordedAt, in: zone))  \(entry.digest.short)  "
                + "\(statement.principal)\(AuthenticationWording.mark(entry))\(DeputyWording.place(statement.actor))  \(statement.rollout.id)"
                + "\(scope(statement.scope, beside: scopes)): \(words(statement, zone))"
                + mark(corrected, zone) + mark(uncounted))
    }

    private static func mark(_ uncounted: ReadLog.Uncounted?) -> String {
        uncounted.map { " (does not count: \(RecordWording.sentence($0.reason, $0.words)))" } ?? ""
    }

    private static func mark(_ corrected: ReadLog.CorrectedTime?, _ zone: Zone) -> String {
        guard let corrected else { return "" }
        let time = LocalTime.text(corrected.time, in: zone)
        return corrected.counts
            ? " (made at \(time): entry \(corrected.entry) corrects its time)"
            : " (entry \(corrected.entry) says that it was made at \(time))"
    }

    private static func scope(_ scope: Scope, beside scopes: [Scope]) -> String {
        let own = scopes.first { $0.target == scope.target } ?? scopes.first
        let target = scope.target.map { [$0.text] } ?? []
        let values = scope.parameters.sorted { $0.key < $1.key }.filter { name, value in
            own.map { $0.parameters[name] != value } ?? false
        }
        let parts = target + values.map { "\($0.key)=\($0.value)" }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// The entry for programs, on one line.
    static func json(
        _ stored: StoredEntry, corrected: ReadLog.CorrectedTime?, uncounted: ReadLog.Uncounted?
    ) throws -> String {
        let entry = stored.entry
        var members: [String: JSONValue] = [
            "sequence": .number(entry.sequence),
            "recordedAt": .moment(entry.recordedAt),
            "digest": .string(entry.digest.description),
            "statement": try JSONValue(jsonBytes: entry.statement.canonicalBytes),
            "authentication": .string(entry.authentication.code),
        ]
        if let corrected {
            members["corrected"] = [
                "entry": .number(corrected.entry), "time": .moment(corrected.time),
                "counts": .boolean(corrected.counts),
            ]
        }
        if let uncounted {
            members["doesNotCount"] = ReasonJSON.value(
                uncounted.reason, RecordWording.sentence(uncounted.reason, uncounted.words))
        }
        return JSONValue.object(members).canonicalText
    }

    /// What became of an act, and the entry that keeps it: `DONE: WHAT by WHO in place of MEMBER for ROLE,
    /// unauthenticated (entry 12, DIGEST)`.
    ///
    /// Values that are not the defaults, and the target, are named; `more` follows the authentication.
    static func recorded(
        _ done: String, _ what: String, _ entry: Entry, on checklist: Checklist, more: String = ""
    ) -> String {
        let statement = entry.statement
        let role = statement.role.map { " for \($0)" } ?? ""
        let authentication = AuthenticationWording.detail(entry.authentication)
        let scope = ScopeWording.words(checklist)
        let rollout = scope.isEmpty ? "" : " (\(scope))"
        return VisibleText.line(
            "\(done): \(what)\(rollout) by \(DeputyWording.name(statement.actor))\(role), \(authentication)\(more) (entry "
                + "\(entry.sequence), \(entry.digest.short))") + "\n"
    }

    private static func words(_ statement: Statement, _ zone: Zone) -> String {
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
