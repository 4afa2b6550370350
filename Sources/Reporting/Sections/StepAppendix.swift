import Rollout

/// What one step asks, and each of its checks in full.
enum StepAppendix {
    /// How many steps of a family are named each time that the family is needed.
    private static let mostOfFamily = 5

    /// `reasons` are those for which steps do not apply.
    static func write(
        at place: Int, _ reasons: NumberedReasons, _ context: ReportContext,
        to document: inout Document
    ) {
        let assessment = context.assessment.steps[place]
        let step = assessment.step
        document.anchor(context.anchor(ofStepAt: place))
        document.heading(3, "\(step.title)")
        let why =
            assessment.status == .notApplicable
            ? StepWording.sentence(assessment.reason, context.words) : ""
        let number = reasons.words(why)
        // A reason that stands above takes no line of its own.
        let idle: [Inline] = number == why ? [] : ["does not apply (\(number))"]
        document.paragraph(
            "\(code: step.id.text) · \(.joined(asks(step, context) + idle, separator: " · "))")
        if !isTextTold(place, context) { document.quote(authorsMarkdown: step.text) }
        if number == why { document.paragraph("\(why)") }
        for (index, check) in assessment.checks.enumerated() {
            CheckAppendix.write(check, number: index + 1, context, to: &document)
        }
    }

    private static func isTextTold(_ place: Int, _ context: ReportContext) -> Bool {
        context.selection.isFor(TasksSection.audiences)
            && TasksSection.tells(place, context)
    }

    private static func asks(_ step: Step, _ context: ReportContext) -> [Inline] {
        var parts: [Inline] = [
            "\(step.level.rawValue)", context.role(step.role),
            "due \(code: step.due.description)",
        ]
        if !step.needs.isEmpty {
            parts.append("needs \(.joined(step.needs.map { needed($0, context) }))")
        }
        if !step.addresses.isEmpty {
            parts.append("addresses \(.joined(step.addresses.map { "\(code: $0)" }))")
        }
        if !step.sites.isEmpty {
            parts.append("seen from \(.list(step.sites.map { "\(code: $0.text)" }, "and"))")
        }
        if let rule = step.signOff { parts.append("sign-off: \(asks(rule, context))") }
        if let role = step.requestedBy {
            let who = context.facts.requests(of: step.id).map { entry -> Inline in
                "\(context.author(entry)), entry \(context.entry(entry))"
            }
            let by: Inline = who.isEmpty ? "" : ": \(.joined(who, separator: "; "))"
            parts.append("asked for by \(context.role(role))\(by)")
        }
        if !step.waivable {
            parts.append("may not be waived")
        } else if context.checklist.waivers != nil, !context.checklist.mayBeWaived(step) {
            parts.append("nobody may waive it")
        }
        return parts
    }

    /// A needed step, or the steps that a `for-each` made from the name: the first few of many.
    private static func needed(_ reference: StepID, _ context: ReportContext) -> Inline {
        let places = context.checklist.places(named: reference)
        guard !places.isEmpty else { return "\(code: reference.text) (not in the checklist)" }
        let shown: Inline = .joined(places.prefix(mostOfFamily).map { context.step(at: $0) })
        let more = places.count - mostOfFamily
        return more > 0 ? "\(shown) and \(more) more of \(code: reference.text)" : shown
    }

    private static func asks(_ rule: SignOffRule, _ context: ReportContext) -> Inline {
        let each: Inline = rule.roles.count > 1 ? " each" : ""
        let people: Inline = rule.count == 1 ? "1 person\(each)" : "\(rule.count) people\(each)"
        var parts: [Inline] = [
            "\(people) of \(.list(rule.roles.map(context.role), "and of"))"
        ]
        if rule.evidenceRequired { parts.append("with evidence") }
        if !rule.notBy.isEmpty {
            parts.append("nobody who signed \(.joined(rule.notBy.map { "\(code: $0.text)" }))")
        }
        if let validFor = rule.validFor { parts.append("counts for \(Prose.duration(validFor))") }
        return .joined(parts)
    }
}
