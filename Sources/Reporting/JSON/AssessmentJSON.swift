package import CanonicalJSON
import Rollout

/// An assessment as JSON, the same for `run`, `status` and `report`; times are RFC 3339 in UTC.
package enum AssessmentJSON {
    /// The members of the object, for those who have more to add.
    package static func members(
        _ facts: ReportFacts, _ view: StepView = StepView()
    ) -> [String: JSONValue] {
        let assessment = facts.assessment
        var members = about(assessment.checklist)
        members["asOf"] = .moment(assessment.asOf)
        members["verdict"] = .string(assessment.verdict.rawValue)
        members["verdicts"] = .array(
            zip(assessment.phases, facts.phases).map { PhaseJSON.value($0, $1, facts) })
        members["counts"] = counts(facts.counts)
        members["steps"] = .array(
            view.steps(of: assessment).map { StepJSON.value($0, facts) })
        members["shown"] = view.words(for: assessment).map { .string($0) } ?? .null
        members["sites"] = .array(assessment.sites.map(SiteJSON.value))
        members["missing"] = .array(facts.missing.map { missing($0, facts) })
        members["effects"] = .array(
            zip(assessment.checklist.effects, facts.coverage).map { effect($0, $1, facts) })
        return members.merging(acts(facts)) { own, _ in own }
    }

    /// Which checklist it is, and for what it was filled in.
    static func about(_ checklist: Checklist) -> [String: JSONValue] {
        [
            "checklist": [
                "id": .string(checklist.id), "title": .string(checklist.title),
                "place": .string(checklist.rollout.place),
                "digest": .string(checklist.digest.description),
                "owner": .string(checklist.owner.text), "zone": .string(checklist.zone.name),
            ],
            "scope": [
                "target": checklist.scope.target.map { .string($0.text) } ?? .null,
                "parameters": .object(checklist.scope.parameters.mapValues(JSONValue.string)),
            ],
            "parameters": .array(
                checklist.parameters.map { parameter in
                    [
                        "name": .string(parameter.name), "value": .string(parameter.value),
                        "scope": .string(parameter.reach.rawValue),
                        "set": .boolean(parameter.isSet),
                    ]
                }),
            "change": ChangeJSON.value(checklist.change),
        ]
    }

    /// What people said that stands at no step.
    private static func acts(_ facts: ReportFacts) -> [String: JSONValue] {
        let assessment = facts.assessment
        let context = facts.context
        let phases = Dictionary(assessment.phases.map { ($0.phase.id, $0) }) { first, _ in first }
        return [
            "signOffs": .array(
                facts.assessment.unattachedSignOffs.map { ActJSON.signOff($0, context) }),
            "waivers": .array(assessment.waivers.map { ActJSON.waiver($0, context) }),
            "revocations": .array(assessment.revocations.map { ActJSON.revocation($0, context) }),
            "editorials": .array(assessment.editorials.map { ActJSON.editorial($0, context) }),
            "corrections": .array(assessment.corrections.map { ActJSON.correction($0, context) }),
            "polls": .array(assessment.polls.map { ActJSON.poll($0, context) }),
            "approvals": .array(assessment.approvals.map { ActJSON.approval($0, context) }),
            "plan": plan(assessment.plan),
            "reusedEvidence": .array(
                assessment.reuses.map { reuse in
                    [
                        "digest": .string(reuse.digest.description),
                        "entries": .array(reuse.entries.map { .number($0) }),
                        "steps": .names(reuse.steps),
                    ]
                }),
            "claimedTimes": .array(
                assessment.farClaims.map { .object(EntryJSON.members($0)) }),
            "decisions": .array(
                assessment.decisions.map {
                    ActJSON.decision($0, in: phases[$0.decision.phase], context)
                }),
        ]
    }

    private static func plan(_ plan: PlanStanding?) -> JSONValue {
        switch plan {
        case nil: return .null
        case .approved: return ["approved": true, "missing": [], "approvedText": .null]
        case .lacking(let roles, let approved):
            return [
                "approved": false, "missing": .names(roles),
                "approvedText": approved.map { .string($0.description) } ?? .null,
            ]
        }
    }

    private static func counts(_ counts: StatusCounts) -> JSONValue {
        var members = ["total": JSONValue.number(counts.total), "late": .number(counts.late)]
        for state in StepState.allCases { members[state.key] = .number(counts[state]) }
        return .object(members)
    }

    private static func missing(_ missing: MissingSignOffs, _ facts: ReportFacts) -> JSONValue {
        [
            "step": .string(facts.assessment.steps[missing.step].step.id.text),
            "role": .string(missing.role.text), "have": .number(missing.have),
            "wanted": .number(missing.wanted), "candidates": .names(missing.candidates),
        ]
    }

    private static func effect(
        _ effect: Effect, _ places: [Int], _ facts: ReportFacts
    ) -> JSONValue {
        [
            "id": .string(effect.id), "kind": .string(effect.kind.rawValue),
            "title": .string(effect.title), "text": .string(effect.text),
            "likelihood": effect.likelihood.map { .string($0.rawValue) } ?? .null,
            "impact": effect.impact.map { .string($0.rawValue) } ?? .null,
            "roles": .names(effect.roles),
            "references": .array(effect.references.map(JSONValue.string)),
            "accepted": .string(effect.accepted),
            "provenance": ChangeJSON.provenance(effect.provenance),
            "steps": .array(
                places.map { place in
                    let step = facts.assessment.steps[place]
                    return [
                        "id": .string(step.step.id.text), "status": .string(step.status.rawValue),
                    ]
                }),
        ]
    }
}
