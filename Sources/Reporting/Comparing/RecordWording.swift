package import Rollout

/// What an edit does to what is on record, in words.
package enum RecordWording {
    /// Such as "entry 4, approval of test-page by ines@example.com".
    package static func subject(_ entry: Entry) -> String {
        let statement = entry.statement
        let step = statement.step?.id.text ?? ""
        let what =
            switch statement.body {
            case .signOff(let signOff): "\(SignOffWording.noun(signOff.choice)) of \(step)"
            case .waiver: "waiver of \(step)"
            case .decision(let decision):
                "\(decision.choice.rawValue) for \(decision.question == .close ? "closing " : "")\(decision.phase)"
            case .check(let check): "check \(check.kind) of \(step)"
            case .poll(let poll): "answer \(poll.choice.rawValue) for \(poll.phase)"
            case .approval: "approval of the text"
            case .checklistText, .revocation, .correction, .editorial, .request, .retrospective,
                .signers, .triage, .enrolmentLink, .enrolment:
                step
            }
        return "entry \(entry.sequence), \(what) by \(statement.principal)"
    }

    /// Why an entry does not count by a text.
    package static func sentence(_ reason: RecordReason, _ context: WordingContext) -> String {
        switch reason {
        case .signOff(let reason): return SignOffWording.sentence(reason, context)
        case .waiver(let reason): return WaiverWording.sentence(reason, context)
        case .decision(let reason): return DecisionWording.sentence(reason, context)
        case .poll(let reason): return PollWording.sentence(reason, context)
        case .approval(let reason): return PlanWording.sentence(reason, context)
        case .outcome(let objection): return StandingWording.sentence(objection, context)
        case .revocation(let reason): return RevocationWording.sentence(reason, context)
        case .editorial(let reason): return EditorialWording.sentence(reason, context)
        case .correction(let reason): return CorrectionWording.sentence(reason, context)
        case .check: return "It was carried out for another wording or other rules of the step."
        case .checkReplaced(let entry): return "A newer outcome replaced it (entry \(entry))."
        case .checkOutOfTime(let freshness):
            let why = StandingWording.reservation(freshness) ?? "dated ahead"
            return "It is \(why)."
        case .gone: return "The text has no such checklist, step or check."
        }
    }

    /// Such as "worldwide: GO → NO-GO".
    package static func sentence(_ verdicts: RecordComparison.Verdicts) -> String {
        func word(_ verdict: Verdict?) -> String { verdict?.rawValue ?? "no verdict" }
        return "\(verdicts.phase): \(word(verdicts.before)) → \(word(verdicts.after))"
    }
}
