import Characters
package import Rollout

/// Everything that somebody wants to know of a step before signing it, as lines for a terminal.
package enum StepCard {
    package static func lines(
        for assessment: StepAssessment, _ context: WordingContext
    ) -> [String] {
        let step = assessment.step
        var lines = [
            "\(step.title)",
            "\(step.id): \(step.level.rawValue), \(context.role(step.role)), due "
                + LocalTime.point(assessment.due),
            "\(StepState(assessment).words): \(StepWording.sentence(assessment, context))",
        ]
        lines += step.text.split(whereSeparator: \.isNewline).map { "| \($0)" }
        lines += assessment.checks.flatMap { [check($0, context)] + sites($0, context) }
        if let rule = step.signOff { lines.append(asks(rule, context)) }
        lines += assessment.signOffs.map { signOff($0, context) }
        return lines.map(VisibleText.line)
    }

    private static func check(_ check: CheckAssessment, _ context: WordingContext) -> String {
        let name = "Check \(check.definition.kind) \(check.definition.subject): "
        guard let report = check.report else {
            return name + (StandingWording.missing(check, context) ?? "missing")
        }
        let but = StandingWording.reservation(check.freshness).map { ", but \($0)" } ?? ""
        let warnings = CheckWording.warnings(of: report.findings).map { " \($0)" }.joined()
        return name
            + "\(report.outcome.rawValue)\(but). \(CheckWording.reason(of: report))\(warnings)"
    }

    /// What each site saw that the step asks for, and what they are to see alike.
    private static func sites(
        _ check: CheckAssessment, _ context: WordingContext
    ) -> [String] {
        check.sites.map { site in
            let seen = site.seenAt.map { ", last looked \(context.time($0))" } ?? ", never looked"
            return "  from \(site.site): \(SiteWording.standing(site))\(seen)"
        }
            + check.parity.map { parity in
                "  \(parity.name) across sites: \(parity.standing.rawValue). \(SiteWording.seen(parity))"
            }
    }

    private static func asks(_ rule: SignOffRule, _ context: WordingContext) -> String {
        let people = Prose.count(max(1, rule.count), "person", "people")
        let evidence = rule.evidenceRequired ? ", with evidence" : ""
        let others =
            rule.notBy.isEmpty
            ? "" : ", nobody who signed \(Prose.list(rule.notBy.map(\.text), "or"))"
        return "Asks for \(people) of \(Prose.list(rule.roles.map(context.role), "and of"))"
            + "\(evidence)\(others)."
    }

    private static func signOff(
        _ signOff: SignOffAssessment, _ context: WordingContext
    ) -> String {
        "\(SignOffWording.verb(signOff.signOff.choice)) by \(signOff.principal) for "
            + "\(context.role(signOff.role)) (entry \(signOff.entry.sequence)): "
            + "\(Prose.quoted(signOff.signOff.note)). \(SignOffWording.sentence(signOff, context))"
    }
}
