import Rollout

/// Everything that is known about one step.
enum StepDetails {
    /// Adds the step to the document, below the heading of its phase.
    static func write(
        at place: Int, _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        let assessment = context.assessment.steps[place]
        let step = assessment.step
        document.anchor(context.anchor(ofStepAt: place))
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
            "\(context.state(assessment)), \(step.level.rawValue), \(context.role(step.role))"
        let due: MarkdownInline =
            "due \(context.due(assessment)) (\(code: step.due.description))"
        return "\(code: step.id.text): \(what), \(due). \(context.why(assessment))"
    }

    private static func facts(_ assessment: StepAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let step = assessment.step
        var facts: [MarkdownInline] = []
        if let until = assessment.countsUntil {
            facts.append("Its evidence counts until \(context.exactTime(until)).")
        }
        if !step.waivable { facts.append("It may not be waived.") }
        if !step.needs.isEmpty {
            facts.append("Needs: \(.joined(step.needs.map { needed($0, context) }))")
        }
        if !step.addresses.isEmpty {
            let effects = step.addresses.map { id -> MarkdownInline in
                guard let effect = context.checklist.effect(id) else { return "\(code: id)" }
                return "\(effect.title) (\(effect.kind.rawValue) \(code: id))"
            }
            facts.append("Addresses: \(.joined(effects))")
        }
        facts += context.facts.waivers(of: step.id).map { waiver in
            "Waiver, entry \(context.entry(waiver.entry)): \(waiver.covers ? "covers" : "**does not cover**"). \(WaiverWording.sentence(waiver.reason, context.words))\(carried(waiver.carriedBy))"
        }
        return facts
    }

    private static func signOff(_ assessment: SignOffAssessment, _ context: MarkdownContext)
        -> MarkdownInline
    {
        let signOff = assessment.signOff
        let entry = assessment.entry
        let counts: MarkdownInline = assessment.counts ? "counts" : "**does not count**"
        let note: MarkdownInline = signOff.note.isEmpty ? "" : ": “\(signOff.note)”"
        let what: MarkdownInline =
            "\(SignOffsSection.said(signOff)) by \(context.author(entry)) for \(context.role(assessment.role))"
        let trace: MarkdownInline =
            "evidence files: \(signOff.evidence.count); entry \(context.entry(entry))"
        let when = context.exactTime(entry.recordedAt)
        let why = SignOffWording.sentence(assessment, context.words)
        return "\(what) at \(when)\(note); \(trace); \(counts). \(why)"
    }

    /// That something was said or seen for an earlier wording, with a blank before; else nothing.
    static func carried(_ entries: [Int]) -> MarkdownInline {
        entries.isEmpty ? "" : " It was made for \(EditorialWording.wording(by: entries))."
    }

    /// A needed step, or every step that a `for-each` made from the name.
    private static func needed(_ reference: StepID, _ context: MarkdownContext) -> MarkdownInline {
        let places = context.checklist.places(named: reference)
        guard !places.isEmpty else { return "\(code: reference.text) (not in the checklist)" }
        return .joined(places.map(context.stepWithState))
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
            parts.append("nobody who signed \(.joined(rule.notBy.map { "\(code: $0.text)" }))")
        }
        if let validFor = rule.validFor { parts.append("counts for \(Prose.duration(validFor))") }
        return .joined(parts)
    }
}
