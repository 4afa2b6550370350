import CanonicalJSON
import Rollout

/// What people said as JSON: `why` is a sentence, `code` and `values` are the same for programs.
enum ActJSON {
    static func signOff(_ assessment: SignOffAssessment, _ context: WordingContext) -> JSONValue {
        let signOff = assessment.signOff
        let own: [String: JSONValue] = [
            "step": .string(assessment.step.text), "role": .string(assessment.role.text),
            "decision": .string(signOff.choice.rawValue), "note": .string(signOff.note),
            "counts": .boolean(assessment.counts),
            "carriedBy": .array(assessment.carriedBy.map { .number($0) }),
            "evidence": .array(
                signOff.evidence.map { file in
                    [
                        "name": .string(file.name), "size": .number(file.file.size),
                        "digest": .string(file.file.digest.description),
                    ]
                }),
        ]
        let why = SignOffWording.sentence(assessment, context)
        return value(own, assessment.entry, assessment.reason, why)
    }

    static func waiver(_ assessment: WaiverAssessment, _ context: WordingContext) -> JSONValue {
        let own: [String: JSONValue] = [
            "step": .string(assessment.step.text), "role": .string(assessment.role.text),
            "until": .moment(assessment.waiver.until),
            "reason": .string(assessment.waiver.reason), "covers": .boolean(assessment.covers),
            "carriedBy": .array(assessment.carriedBy.map { .number($0) }),
        ]
        let why = WaiverWording.sentence(assessment.reason, context)
        return value(own, assessment.entry, assessment.reason, why)
    }

    static func revocation(
        _ assessment: RevocationAssessment, _ context: WordingContext
    ) -> JSONValue {
        let own: [String: JSONValue] = [
            "takesBack": EntryJSON.reference(assessment.revocation.entry),
            "step": assessment.entry.statement.step.map { .string($0.id.text) } ?? .null,
            "reason": .string(assessment.revocation.reason),
            "counts": .boolean(assessment.reason == .counts),
        ]
        let why = RevocationWording.sentence(assessment.reason, context)
        return value(own, assessment.entry, assessment.reason, why)
    }

    static func correction(
        _ assessment: CorrectionAssessment, _ context: WordingContext
    ) -> JSONValue {
        let own: [String: JSONValue] = [
            "corrects": EntryJSON.reference(assessment.correction.entry),
            "recordedAs": assessment.recordedAs.map { .moment($0) } ?? .null,
            "time": .moment(assessment.correction.time),
            "reason": .string(assessment.correction.reason),
            "counts": .boolean(assessment.reason == .counts),
        ]
        return value(
            own, assessment.entry, assessment.reason,
            CorrectionWording.sentence(assessment.reason, context))
    }

    static func editorial(
        _ assessment: EditorialAssessment, _ context: WordingContext
    ) -> JSONValue {
        let editorial = assessment.editorial
        let statement = assessment.entry.statement
        let own: [String: JSONValue] = [
            "step": .string(assessment.step.text), "from": .string(editorial.from.description),
            "to": statement.step.map { .string($0.digest.description) } ?? .null,
            "role": statement.role.map { .string($0.text) } ?? .null,
            "before": [
                "title": .string(editorial.before.title), "text": .string(editorial.before.text),
            ],
            "reason": .string(editorial.reason),
            "counts": .boolean(assessment.reason == .counts),
            "carries": .array(assessment.carries.map { .number($0) }),
        ]
        let why = EditorialWording.sentence(assessment.reason, context)
        return value(own, assessment.entry, assessment.reason, why)
    }

    /// `phase` is the one that the decision is for; nil where the checklist does not have it.
    static func decision(
        _ assessment: DecisionAssessment, in phase: PhaseAssessment?, _ context: WordingContext
    ) -> JSONValue {
        let decision = assessment.decision
        let relation = phase.flatMap { DecisionWording.relation(assessment, in: $0) }
        let own: [String: JSONValue] = [
            "phase": .string(decision.phase.text), "role": .string(assessment.role.text),
            "choice": .string(decision.choice.rawValue),
            "title": .string(DecisionWording.title(assessment, in: phase)),
            "reason": .string(decision.reason), "computed": .string(decision.verdict.rawValue),
            "conditions": .number(decision.conditions),
            "reasons": .array(
                decision.reasons.map { ["code": .string($0.code), "values": $0.values.value] }),
            "ledger": LedgerJSON.value(decision.ledger),
            "stands": .boolean(assessment.stands), "differs": .boolean(assessment.differs),
            "relation": assessment.relation.map { .string($0.rawValue) } ?? .null,
            "emergency": .boolean(decision.isEmergency),
            "retrospective": retrospective(assessment.retrospective),
        ]
        let why = DecisionWording.sentence(assessment.reason, context)
        let whole = relation.map { "\(why) \($0)" } ?? why
        return value(own, assessment.entry, assessment.reason, whole)
    }

    static func poll(_ assessment: PollAssessment, _ context: WordingContext) -> JSONValue {
        let own: [String: JSONValue] = [
            "phase": .string(assessment.poll.phase.text), "role": .string(assessment.role.text),
            "question": .string(assessment.poll.question.rawValue),
            "choice": .string(assessment.poll.choice.rawValue),
            "comment": .string(assessment.poll.comment), "counts": .boolean(assessment.counts),
        ]
        return value(
            own, assessment.entry, assessment.reason,
            PollWording.sentence(assessment.reason, context))
    }

    static func approval(
        _ assessment: PlanApprovalAssessment, _ context: WordingContext
    ) -> JSONValue {
        let own: [String: JSONValue] = [
            "text": .string(assessment.entry.statement.checklist.description),
            "role": .string(assessment.role.text), "note": .string(assessment.approval.note),
            "counts": .boolean(assessment.reason == .counts),
        ]
        return value(
            own, assessment.entry, assessment.reason,
            PlanWording.sentence(assessment.reason, context))
    }

    private static func retrospective(_ standing: RetrospectiveStanding?) -> JSONValue {
        switch standing {
        case nil: return .null
        case .owed(let by): return ["owedBy": .moment(by)]
        case .given(let entry): return .object(EntryJSON.members(entry))
        }
    }

    private static func value(
        _ own: [String: JSONValue], _ entry: Entry, _ reason: some Reason, _ why: String
    ) -> JSONValue {
        let because: [String: JSONValue] = [
            "why": .string(why), "code": .string(reason.code), "values": .object(reason.values),
        ]
        return .object(
            own.merging(EntryJSON.members(entry)) { own, _ in own }
                .merging(because) { own, _ in own })
    }
}
