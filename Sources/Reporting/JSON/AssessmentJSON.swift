package import CanonicalJSON
package import Rollout

/// An assessment as JSON, the same for `run`, `status` and `report`; times are RFC 3339 in UTC.
package struct AssessmentJSON: Sendable {
    /// The members of the object, for those who have more to add.
    package let members: [String: JSONValue]

    package init(_ assessment: Assessment) {
        let checklist = assessment.checklist
        members = [
            "checklist": [
                "id": .string(checklist.id), "title": .string(checklist.title),
                "digest": .string(checklist.digest.description), "owner": .string(checklist.owner),
                "zone": .string(checklist.zone.name),
            ],
            "asOf": .string(assessment.asOf.rfc3339),
            "verdict": .string(assessment.verdict.rawValue),
            "verdicts": .array(assessment.phases.map(Self.phase)),
            "counts": Self.counts(assessment.steps),
            "steps": .array(assessment.steps.map(StepJSON.value)),
            "effects": .array(
                checklist.effects.map { Self.effect($0, steps: assessment.steps) }),
            "waivers": .array(assessment.waivers.map(Self.waiver)),
            "parameters": .array(
                checklist.parameters.map { parameter in
                    ["name": .string(parameter.name), "value": .string(parameter.value)]
                }),
            "change": ChangeJSON.value(checklist.change),
        ]
    }

    /// The whole object.
    package var value: JSONValue { .object(members) }

    private static func counts(_ steps: [StepAssessment]) -> JSONValue {
        let counts = StatusCounts(steps)
        var members = ["total": JSONValue.integer(Int64(counts.total))]
        members["late"] = .integer(Int64(counts.late))
        for status in StepStatus.allCases {
            members[status.rawValue] = .integer(Int64(counts[status]))
        }
        return .object(members)
    }

    private static func phase(_ assessment: PhaseAssessment) -> JSONValue {
        let phase = assessment.phase
        return [
            "phase": .string(phase.id), "title": .string(phase.title),
            "verdict": assessment.verdict.map { .string($0.rawValue) } ?? .null,
            "starts": .string(assessment.starts.rfc3339),
            "startRange": range(phase.starts), "endRange": phase.ends.map(range) ?? .null,
            "status": .string(phase.status.rawValue), "audience": .string(phase.audience),
            "source": .string(phase.source),
            "reasons": .array(assessment.reasons.map(JSONValue.string)),
            "counted": .array(assessment.counted.map(JSONValue.string)),
            "due": .array(assessment.due.map(JSONValue.string)),
            "decision": assessment.decision.map(decision) ?? .null,
        ]
    }

    private static func range(_ range: CalendarRange) -> JSONValue {
        [
            "earliest": .string(range.earliest.description),
            "latest": .string(range.latest.description),
        ]
    }

    private static func decision(_ assessment: DecisionAssessment) -> JSONValue {
        let decision = assessment.decision
        return [
            "choice": .string(decision.choice.rawValue), "role": .string(decision.role),
            "principal": .string(assessment.record.principal), "authenticated": false,
            "reason": .string(decision.reason), "computed": .string(decision.computed.rawValue),
            "differs": .boolean(assessment.differs), "why": .string(assessment.why),
            "recordedAt": .string(assessment.record.recordedAt.rfc3339),
            "record": StepJSON.record(assessment.record),
        ]
    }

    private static func effect(_ effect: Effect, steps: [StepAssessment]) -> JSONValue {
        let steps = steps.filter { $0.step.addresses.contains(effect.id) }
        return [
            "id": .string(effect.id), "kind": .string(effect.kind.rawValue),
            "title": .string(effect.title), "text": .string(effect.text),
            "likelihood": effect.likelihood.map { .string($0.rawValue) } ?? .null,
            "impact": effect.impact.map { .string($0.rawValue) } ?? .null,
            "roles": .array(effect.roles.map(JSONValue.string)),
            "references": .array(effect.references.map(JSONValue.string)),
            "steps": .array(
                steps.map { ["id": .string($0.step.id), "status": .string($0.status.rawValue)] }),
        ]
    }

    private static func waiver(_ assessment: WaiverAssessment) -> JSONValue {
        [
            "step": .string(assessment.waiver.step.id), "role": .string(assessment.waiver.role),
            "principal": .string(assessment.record.principal), "authenticated": false,
            "until": .string(assessment.waiver.until.rfc3339),
            "reason": .string(assessment.waiver.reason), "covers": .boolean(assessment.covers),
            "why": .string(assessment.why),
            "recordedAt": .string(assessment.record.recordedAt.rfc3339),
            "record": StepJSON.record(assessment.record),
        ]
    }
}
