import CanonicalJSON
import Characters
import LedgerStorage
import Reporting
import Rollout

/// One line for one entry.
enum EntryLine {
    /// `12  2025-10-09 14:00 UTC  1f2e3d4c5b6a  nora@example.com  shop: signed STEP for ROLE: NOTE`.
    static func text(_ entry: Entry, _ zone: Zone) -> String {
        let statement = entry.statement
        let target = statement.scope.target.map { " (\($0))" } ?? ""
        return VisibleText.line(
            "\(entry.sequence)  \(LocalTime.text(entry.recordedAt, in: zone))  \(entry.digest.short)  "
                + "\(statement.principal)  \(statement.rollout.id)\(target): \(words(statement, zone))"
        )
    }

    /// The entry for programs, on one line.
    static func json(_ stored: StoredEntry) throws -> String {
        let entry = stored.entry
        let value: JSONValue = [
            "sequence": .integer(Int64(entry.sequence)),
            "recordedAt": .string(entry.recordedAt.rfc3339),
            "digest": .string(entry.digest.description),
            "statement": try JSONValue(jsonBytes: entry.statement.canonicalBytes),
            "authentication": .string(entry.authentication.rawValue),
        ]
        return value.canonicalText
    }

    /// What became of an act, and the entry that keeps it: `DONE: WHAT by WHO for ROLE, unauthenticated
    /// (entry 12, DIGEST)`.
    ///
    /// `more` follows the authentication.
    static func recorded(
        _ done: String, _ what: String, _ entry: Entry, more: String = ""
    ) -> String {
        let statement = entry.statement
        let role = statement.role.map { " for \($0)" } ?? ""
        let authentication = AuthenticationWording.word(entry.authentication)
        return VisibleText.line(
            "\(done): \(what) by \(statement.principal)\(role), \(authentication)\(more) (entry "
                + "\(entry.sequence), \(entry.digest.short))") + "\n"
    }

    private static func words(_ statement: Statement, _ zone: Zone) -> String {
        let step = statement.step?.id.text ?? ""
        let role = statement.role?.text ?? ""
        switch statement.body {
        case .checklistText: return "kept the text \(statement.checklist)"
        case .check(let check):
            let reason = CheckWording.reason(
                outcome: check.outcome, obstacle: check.obstacle, findings: check.findings)
            return "checked \(step) with \(check.kind): \(check.outcome.rawValue): \(reason)"
        case .signOff(let signOff):
            let verb = signOff.choice == .approve ? "signed" : "rejected"
            let files =
                signOff.evidence.isEmpty
                ? "" : " (\(Prose.count(signOff.evidence.count, "file")) as evidence)"
            return "\(verb) \(step) for \(role): \(signOff.note)\(files)"
        case .waiver(let waiver):
            return
                "waived \(step) until \(LocalTime.text(waiver.until, in: zone)): \(waiver.reason)"
        case .revocation(let revocation):
            return "took entry \(revocation.entry.sequence) about \(step) back: "
                + revocation.reason
        case .decision(let decision):
            return "decided \(decision.choice.rawValue) for \(decision.phase) "
                + "(the evidence said \(decision.verdict.rawValue)): \(decision.reason)"
        }
    }
}
