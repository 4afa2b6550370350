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
                + "\(scope(statement.scope, beside: scopes)): \(StatementWording.words(statement, zone))"
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
        var members = try RecordJSON.members(entry)
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
}
