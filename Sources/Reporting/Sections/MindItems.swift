import Rollout

/// What a reader should keep in mind before believing the verdict, and what does not apply.
enum MindItems {
    static func items(_ context: ReportContext) -> [Inline] {
        let notes = vantage(context) + caveats(context) + waivers(context) + rest(context)
        let mind: [Inline] =
            notes.isEmpty ? [] : ["\(strong: "To mind:") \(.joined(notes, separator: " "))"]
        return mind + notApplying(context)
    }

    private static func vantage(_ context: ReportContext) -> [Inline] {
        let points = VantagePoint.all(in: context.assessment)
        guard !points.isEmpty else { return [] }
        let places = points.map { point -> Inline in
            let site: Inline = point.site.map { "\(code: $0) on " } ?? ""
            return "\(site)\(code: point.host)"
        }
        let stood: Inline = "Checks stood at \(.list(places, "and", most: 3))."
        let detours = VantagePoint.detours(in: context.assessment)
        guard !detours.isEmpty else { return [stood] }
        let dialled = detours.map { detour -> Inline in
            "\(code: detour.dialled) in place of \(code: detour.host) (\(context.steps(detour.steps, most: 3)))"
        }
        return [
            stood, "⚠️ They spoke to \(.list(dialled, "and", most: 3)), not to the public address.",
        ]
    }

    /// What every format says, but for what the title and the warnings above say already.
    private static func caveats(_ context: ReportContext) -> [Inline] {
        context.report.caveats.compactMap { caveat in
            switch caveat {
            case .forecast, .ledger: return nil
            case .names(let names):
                return
                    "⚠️ \(Prose.count(names.count, "entry that counts", "entries that count")): \(strong: "\(AuthenticationWording.word(names.how))"). \(AuthenticationWording.meaning(names.how))"
            // Of several sites that the same steps wait for it is said once.
            case .silentSite: return nil
            case .editorial, .emergency, .unaskedNo:
                return "⚠️ \(context.report.sentence(caveat))"
            }
        } + context.report.silenceSentences.map { "⚠️ \($0)" }
    }

    /// The waivers in force, and what rests on them.
    private static func waivers(_ context: ReportContext) -> [Inline] {
        let steps = context.assessment.steps
        let active = context.assessment.waivers.filter(\.covers).map { waiver -> Inline in
            "\(context.step(waiver.step)) by \(code: waiver.entry.statement.principal.text) until \(context.end(waiver.waiver.until))"
        }
        let resting = steps.indices.filter { steps[$0].isTainted }
        return (active.isEmpty ? [] : ["⚠️ Waived: \(.joined(active, separator: "; "))."])
            + (resting.isEmpty
                ? [] : ["⚠️ Ready only because of a waiver: \(context.steps(resting, most: 4))."])
    }

    private static func rest(_ context: ReportContext) -> [Inline] {
        var notes: [Inline] = []
        if context.facts.cautions > 0 {
            notes.append(
                "⚠️ Checks that leave something unverified on purpose: \(context.facts.cautions).")
        }
        let set = context.checklist.parameters.filter { $0.isSet && !$0.isInScope }
        if !set.isEmpty {
            notes.append(
                "Set away from the default: \(.list(set.map { "\(code: "\($0.name)=\($0.value)")" }, "and", most: 4))."
            )
        }
        let reuses = context.assessment.reuses.count
        if reuses > 0 {
            notes.append("⚠️ Evidence files that were shown more than once: \(reuses).")
        }
        return notes
    }

    /// Phases and steps that do not apply, on one line.
    private static func notApplying(_ context: ReportContext) -> [Inline] {
        let phases = context.assessment.phases.filter { $0.verdict == nil }
            .map { phase -> Inline in
                phase.phase.status == .cancelled
                    ? "\(phase.phase.title) (cancelled)" : "\(phase.phase.title)"
            }
        let steps = context.assessment.steps.indices.filter {
            context.assessment.steps[$0].status == .notApplicable
        }
        let parts = phases + (steps.isEmpty ? [] : [context.steps(steps, most: 6)])
        return parts.isEmpty
            ? [] : ["\(strong: "Does not apply:") \(.joined(parts, separator: "; "))."]
    }
}
