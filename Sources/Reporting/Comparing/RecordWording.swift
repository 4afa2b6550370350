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
                .signers, .triage:
                step
            }
        return "entry \(entry.sequence), \(what) by \(statement.principal)"
    }

    /// Why the entry does not count by one of the texts.
    package static func why(
        _ item: RecordComparison.Item, _ context: WordingContext
    ) -> String {
        switch item.why {
        case .signOff(let reason): return SignOffWording.sentence(reason, context)
        case .waiver(let reason): return WaiverWording.sentence(reason, context)
        case .decision(let reason): return DecisionWording.sentence(reason, context)
        case .poll(let reason): return PollWording.sentence(reason, context)
        case .approval(let reason): return PlanWording.sentence(reason, context)
        case .outcome(let objection): return StandingWording.sentence(objection, context)
        case .check: return "It was carried out for another wording or other rules of the step."
        case .gone: return "That text has no such checklist, step or check."
        }
    }

    /// Such as "worldwide: GO → NO-GO".
    package static func sentence(_ verdicts: RecordComparison.Verdicts) -> String {
        func word(_ verdict: Verdict?) -> String { verdict?.rawValue ?? "no verdict" }
        return "\(verdicts.phase): \(word(verdicts.before)) → \(word(verdicts.after))"
    }
}
