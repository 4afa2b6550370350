import Rollout

/// Everything that is known about one step.
enum StepDetails {
    /// Adds the step to the document, below the heading of its phase.
    static func write(
        _ assessment: StepAssessment, _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        let step = assessment.step
        if let position = context.position(of: step.id) {
            document.anchor(context.anchor(ofStepAt: position))
        }
        document.heading(5, "\(step.title)")
        document.paragraph(headline(assessment, context))
        document.quote(authorsMarkdown: step.text)
        document.list(facts(assessment, context))
        for (index, check) in assessment.checks.enumerated() {
            CheckDetails.write(check, number: index + 1, context, to: &document)
        }
        if let rule = step.signOff {
            document.paragraph("Sign-off asked for: \(asks(rule, context))")
        }
        document.list(assessment.signOffs.map { signOff($0, context) })
    }

    private static func headline(_ assessment: StepAssessment, _ context: MarkdownContext)
        -> MarkdownInline
    {
        let step = assessment.step
        let what: MarkdownInline =
            "\(context.status(assessment.status)), \(step.level.rawValue), \(context.role(step.role))"
        let due: MarkdownInline =
            "due \(context.due(assessment)) (\(code: step.due.description))"
        return "\(code: step.id): \(what), \(due). \(assessment.reason)"
    }

    private static func facts(_ assessment: StepAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let step = assessment.step
        var facts: [MarkdownInline] = []
        if !step.needs.isEmpty {
            facts.append("Needs: \(.joined(step.needs.map { needed($0, context) }))")
        }
        if !step.addresses.isEmpty {
            let effects = step.addresses.map { id -> MarkdownInline in
                guard let effect = context.checklist.effects.first(where: { $0.id == id }) else {
                    return "\(code: id)"
                }
                return "\(effect.title) (\(effect.kind.rawValue) \(code: id))"
            }
            facts.append("Addresses: \(.joined(effects))")
        }
        let waivers = context.assessment.waivers.filter { $0.waiver.step.id == step.id }
        facts += waivers.map { waiver in
            "Waiver, record \(context.record(waiver.record)): \(waiver.covers ? "covers" : "does not cover"). \(waiver.why)"
        }
        return facts
    }

    private static func signOff(_ assessment: SignOffAssessment, _ context: MarkdownContext)
        -> MarkdownInline
    {
        let signOff = assessment.signOff
        let counts: MarkdownInline = assessment.counts ? "counts" : "**does not count**"
        let note: MarkdownInline = signOff.note.isEmpty ? "" : ": “\(signOff.note)”"
        let record = assessment.record
        let who: MarkdownInline =
            "by \(code: record.principal) (unauthenticated) for \(context.role(signOff.role))"
        let what: MarkdownInline = "\(SignOffsSection.decision(signOff)) \(who)"
        let trace: MarkdownInline =
            "evidence files: \(signOff.evidence.count); record \(context.record(record))"
        let when = context.exactTime(record.recordedAt)
        return "\(what) at \(when)\(note); \(trace); \(counts). \(assessment.why)"
    }

    /// A needed step, or every step that a `for-each` made from the name.
    private static func needed(_ reference: String, _ context: MarkdownContext) -> MarkdownInline {
        let named = Set(context.checklist.steps(named: reference).map(\.id))
        let steps = context.assessment.steps.filter { named.contains($0.step.id) }
        guard !steps.isEmpty else { return "\(code: reference) (not in the checklist)" }
        return .joined(steps.map(context.stepWithStatus))
    }

    private static func asks(_ rule: SignOffRule, _ context: MarkdownContext) -> MarkdownInline {
        let each: MarkdownInline = rule.roles.count > 1 ? " each" : ""
        let people: MarkdownInline =
            rule.count == 1 ? "1 person\(each)" : "\(rule.count) people\(each)"
        var parts: [MarkdownInline] = [
            "\(people) of \(.joined(rule.roles.map(context.role), separator: " and of "))",
            rule.evidenceRequired ? "evidence required" : "evidence optional",
        ]
        if !rule.notBy.isEmpty {
            parts.append("nobody who signed \(.joined(rule.notBy.map { "\(code: $0)" }))")
        }
        if let validFor = rule.validFor { parts.append("counts for \(validFor.language)") }
        return .joined(parts)
    }
}
