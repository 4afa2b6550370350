import CanonicalJSON
import Rollout

/// One check of a step as JSON; what was never observed is null or empty.
enum CheckJSON {
    static func value(_ check: CheckAssessment, _ context: WordingContext) -> JSONValue {
        let definition = check.definition
        var members: [String: JSONValue] = [
            "kind": .string(definition.kind), "subject": .string(definition.subject),
            "cautions": .array(
                definition.cautions.map { caution in
                    [
                        "code": .string(caution.rawValue),
                        "text": .string(CautionWording.sentence(caution)),
                    ]
                }),
            "standing": .string(check.freshness.rawValue), "reason": reason(check, context),
            "elsewhere": check.elsewhere.map { objection in
                ReasonJSON.value(objection, StandingWording.sentence(objection, context))
            } ?? .null,
            "carriedBy": .array(check.carriedBy.map { .number($0) }),
            "facts": [:], "findings": [], "warnings": [], "outcome": .null, "observedAt": .null,
            "runner": .null,
            "site": .null, "host": .null, "tool": .null, "entry": .null,
        ]
        members.merge(SiteJSON.members(check)) { own, _ in own }
        if let report = check.report, let entry = check.entry {
            members.merge(observed(report, entry)) { _, seen in seen }
        }
        return .object(members)
    }

    /// Why the outcome is what it is: the code of the obstacle, else the outcome itself.
    private static func reason(_ check: CheckAssessment, _ context: WordingContext) -> JSONValue {
        guard let report = check.report else {
            return ReasonJSON.value(
                code: "missing", [:], StandingWording.missing(check, context) ?? "")
        }
        let text = CheckWording.reason(of: report)
        guard let obstacle = report.obstacle else {
            return ReasonJSON.value(code: report.outcome.rawValue, [:], text)
        }
        return ReasonJSON.value(code: obstacle.code.rawValue, obstacle.json.members ?? [:], text)
    }

    private static func observed(_ report: CheckReport, _ entry: Entry) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "outcome": .string(report.outcome.rawValue),
            "observedAt": .moment(report.observedAt),
            "runner": .string(entry.statement.principal.text),
            "site": entry.statement.site.map(JSONValue.string) ?? .null,
            "host": .string(report.host), "tool": .string(report.tool),
            "entry": EntryJSON.reference(entry.reference),
            "authentication": .string(entry.authentication.code),
            "signer": EntryJSON.signer(entry.authentication),
            "warnings": .array(
                CheckWording.warnings(of: report.findings).map(JSONValue.string)),
            "findings": .array(
                report.findings.map { finding in
                    [
                        "expected": .string(finding.expected), "actual": .string(finding.actual),
                        "met": .boolean(finding.isMet),
                        "standing": .string(finding.standing.rawValue),
                    ]
                }),
        ]
        switch report.facts {
        case .inline(let facts): members["facts"] = facts.value
        case .stored(let file): members["factsFile"] = EntryJSON.file(file)
        }
        return members
    }
}
