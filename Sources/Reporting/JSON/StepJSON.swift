import CanonicalJSON
import Rollout

/// One step of an assessment as JSON.
enum StepJSON {
    static func value(_ assessment: StepAssessment, _ facts: ReportFacts) -> JSONValue {
        let context = facts.context
        let step = assessment.step
        var members: [String: JSONValue] = [
            "id": .string(step.id.text), "title": .string(step.title),
            "role": .string(step.role.text), "level": .string(step.level.rawValue),
            "phase": .string(step.due.phase.text), "text": .string(step.text),
            "due": .string(assessment.due.description),
            "dueLapses": .moment(assessment.dueLapses == .latest ? nil : assessment.dueLapses),
            "waivable": .boolean(step.waivable),
            "mayBeWaived": .boolean(context.checklist.mayBeWaived(step)),
            "needs": .names(step.needs), "sites": .names(step.sites),
            "addresses": .array(step.addresses.map(JSONValue.string)),
            "digest": .string(step.digest.description),
        ]
        members.merge(standing(assessment, context)) { own, _ in own }
        members["checks"] = .array(assessment.checks.map { CheckJSON.value($0, context) })
        members["requests"] = .array(
            facts.requests(of: step.id).map { .object(EntryJSON.members($0)) })
        members["signOffs"] = .array(assessment.signOffs.map { ActJSON.signOff($0, context) })
        return .object(members)
    }

    /// Where the step stands, why, and for how long.
    private static func standing(
        _ assessment: StepAssessment, _ context: WordingContext
    ) -> [String: JSONValue] {
        var isFinishedLate = false
        if case .finishedLate = assessment.punctuality { isFinishedLate = true }
        return [
            "status": .string(assessment.status.rawValue),
            "reason": ReasonJSON.value(assessment.reason, context),
            "countsUntil": .moment(assessment.countsUntil),
            "restsOn": .array(assessment.restsOn.map { .number($0) }),
            "withoutWaiver": assessment.withoutWaiver.map { finding in
                [
                    "status": .string(finding.status.rawValue),
                    "reason": ReasonJSON.value(finding.reason, context),
                ]
            } ?? .null,
            "late": .boolean(assessment.isLate),
            "finishedAt": .moment(assessment.punctuality.finishedAt),
            "finishedLate": .boolean(isFinishedLate),
        ]
    }
}
