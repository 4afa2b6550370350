package import Rollout

/// What it means to sign a statement, in two sentences: what is said and for what, and until when it
/// counts.
package enum SigningMeaning {
    package static func sentences(_ statement: Statement, _ context: WordingContext) -> String {
        "\(said(statement, context)) \(until(statement, context))"
    }

    private static func said(_ statement: Statement, _ context: WordingContext) -> String {
        let role = statement.role.map { " for \(context.role($0))" } ?? ""
        let scope =
            if case .approval = statement.body {
                context.checklist.targets.isEmpty ? "" : "every target"
            } else { ScopeWording.words(context.checklist) }
        let rollout =
            Prose.quoted(context.checklist.title) + (scope.isEmpty ? "" : " (\(scope))")
        return
            "You, \(DeputyWording.name(statement.actor)), say\(role) in the rollout \(rollout): \(what(statement, context))."
    }

    private static func what(_ statement: Statement, _ context: WordingContext) -> String {
        let title =
            statement.step.map { step in
                let known = context.checklist.step(step.id)?.title
                return known.map { "\(step.id) (\(Prose.quoted($0)))" } ?? step.id.text
            } ?? ""
        switch statement.body {
        case .signOff(let signOff):
            let files = signOff.evidence.map { "\($0.name) sha256:\($0.file.digest.short)…" }
            let evidence =
                files.isEmpty ? "without an evidence file" : "shown by \(Prose.list(files, "and"))"
            return signOff.choice == .approve
                ? "step \(title) is done as it is worded now, \(evidence)"
                : "step \(title) is not done as it is worded now, \(evidence)"
        case .waiver: return "step \(title) may be left undone for now"
        case .revocation(let revocation):
            return "entry \(revocation.entry.sequence) about step \(title) is taken back"
        case .decision(let decision):
            let closing = decision.question == .close ? "to close " : ""
            let emergency = decision.isEmergency ? ", in an emergency" : ""
            return
                "\(DecisionWording.choice(decision.choice)) \(closing)for phase \(context.phase(decision.phase))\(emergency), where the evidence says \(DecisionWording.basis(decision))"
        case .poll(let poll):
            let closing = poll.question == .close ? "to close " : ""
            return
                "the answer \(DecisionWording.choice(poll.choice)) \(closing)for phase \(context.phase(poll.phase))"
        case .request: return "the change of step \(title) is asked for"
        case .approval: return "the text \(statement.checklist) of the checklist is approved"
        case .retrospective(let retrospective):
            return
                "the emergency decision of entry \(retrospective.entry.sequence) was looked back on"
        case .editorial: return "the rewording of step \(title) changed no meaning"
        case .correction(let correction):
            return
                "entry \(correction.entry.sequence) was made at \(context.time(correction.time))"
        case .check, .checklistText, .signers, .triage, .enrolmentLink, .enrolment:
            return "what the statement holds"
        }
    }

    private static func until(_ statement: Statement, _ context: WordingContext) -> String {
        switch statement.body {
        case .signOff(let signOff):
            guard signOff.choice == .approve, let id = statement.step?.id,
                let valid = context.checklist.step(id)?.signOff?.validFor
            else { return "It counts until the step is reworded, or you say otherwise." }
            return
                "It counts for \(Prose.duration(valid)) from when the ledger takes it, unless the step is reworded before."
        case .waiver(let waiver): return "It counts until \(context.end(waiver.until))."
        case .decision, .poll, .approval:
            return "It counts for this text of the checklist, until a newer one replaces it."
        case .request: return "It counts until the step is reworded."
        case .revocation, .retrospective, .correction, .check, .checklistText, .signers, .triage,
            .editorial, .enrolmentLink, .enrolment:
            return "It stays on record."
        }
    }
}
