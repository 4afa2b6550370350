import CanonicalJSON
import Rollout

/// One step of an assessment as JSON.
enum StepJSON {
    /// The object of the step.
    static func value(_ assessment: StepAssessment) -> JSONValue {
        let step = assessment.step
        return [
            "id": .string(step.id), "title": .string(step.title), "role": .string(step.role),
            "level": .string(step.level.rawValue), "phase": .string(step.due.phase),
            "due": .string(assessment.due.description),
            "dueLapses": .string(assessment.dueLapses.rfc3339),
            "late": .boolean(assessment.isLate), "status": .string(assessment.status.rawValue),
            "reason": .string(assessment.reason), "text": .string(step.text),
            "needs": .array(step.needs.map(JSONValue.string)),
            "addresses": .array(step.addresses.map(JSONValue.string)),
            "digest": .string(step.digest.description),
            "checks": .array(assessment.checks.map(check)),
            "signOffs": .array(assessment.signOffs.map(signOff)),
        ]
    }

    /// A record by its place in the ledger and its digest.
    static func record(_ record: Record) -> JSONValue {
        [
            "sequence": .integer(Int64(record.sequence)),
            "digest": .string(record.digest.description),
        ]
    }

    /// The object of a check; what was never observed is null or empty.
    private static func check(_ check: CheckAssessment) -> JSONValue {
        let result = check.result
        return [
            "kind": .string(check.definition.kind), "subject": .string(check.definition.subject),
            "unverified": .string(check.definition.caution),
            "standing": .string(check.standing.rawValue),
            "outcome": result.map { .string($0.outcome.rawValue) } ?? .null,
            "reason": .string(result?.reason ?? "It was never carried out."),
            "observedAt": result.map { .string($0.observedAt.rfc3339) } ?? .null,
            "facts": .object(result?.facts ?? [:]),
            "warnings": .array((result?.warnings ?? []).map(JSONValue.string)),
            "findings": .array(
                (result?.findings ?? []).map { finding in
                    [
                        "expected": .string(finding.expected), "actual": .string(finding.actual),
                        "met": .boolean(finding.met),
                    ]
                }),
            "record": check.record.map(record) ?? .null,
        ]
    }

    private static func signOff(_ assessment: SignOffAssessment) -> JSONValue {
        let signOff = assessment.signOff
        return [
            "principal": .string(assessment.record.principal), "authenticated": false,
            "role": .string(signOff.role), "decision": .string(signOff.decision.rawValue),
            "recordedAt": .string(assessment.record.recordedAt.rfc3339),
            "note": .string(signOff.note), "counts": .boolean(assessment.counts),
            "why": .string(assessment.why),
            "evidence": .array(
                signOff.evidence.map { file in
                    [
                        "name": .string(file.name), "size": .integer(Int64(file.size)),
                        "digest": .string(file.digest.description),
                    ]
                }),
            "record": record(assessment.record),
        ]
    }
}
