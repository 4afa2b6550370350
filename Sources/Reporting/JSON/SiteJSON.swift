import CanonicalJSON
import Rollout

/// Sites as JSON: those of a checklist, and what each saw of one check.
enum SiteJSON {
    static func value(_ site: SiteAssessment) -> JSONValue {
        [
            "id": .string(site.site.id.text), "title": .string(site.site.title),
            "role": site.site.role.map { .string($0.text) } ?? .null,
            "lastSeen": .moment(site.lastSeen), "silentSince": .moment(site.silentSince),
            "silent": .boolean(!site.missing.isEmpty), "asked": .names(site.asked),
            "missing": .names(site.missing), "notMet": .names(site.bad),
            "countsUntil": .moment(site.countsUntil),
        ]
    }

    /// What the sites that a step asks for saw of a check, and who saw it from elsewhere.
    static func members(_ check: CheckAssessment) -> [String: JSONValue] {
        [
            "sites": .array(check.sites.map(value)),
            "parity": .array(check.parity.map(\.json)),
            "unasked": .array(check.unasked.map(unasked)),
        ]
    }

    private static func value(_ outcome: SiteOutcome) -> JSONValue {
        [
            "site": .string(outcome.site.text), "standing": .string(outcome.freshness.rawValue),
            "outcome": outcome.report.map { .string($0.outcome.rawValue) } ?? .null,
            "observedAt": .moment(outcome.seenAt), "countsUntil": .moment(outcome.countsUntil),
            "runner": outcome.entry.map { .string($0.statement.principal.text) } ?? .null,
            "host": outcome.report.map { .string($0.host) } ?? .null,
            "entry": outcome.entry.map { EntryJSON.reference($0.reference) } ?? .null,
        ]
    }

    private static func unasked(_ entry: Entry) -> JSONValue {
        var members: [String: JSONValue] = [
            "site": entry.statement.site.map { .string($0) } ?? .null,
            "entry": EntryJSON.reference(entry.reference),
        ]
        if case .check(let report) = entry.statement.body {
            members["outcome"] = .string(report.outcome.rawValue)
            members["observedAt"] = .moment(report.observedAt)
        }
        return .object(members)
    }
}
