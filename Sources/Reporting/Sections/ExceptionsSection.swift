import Rollout

/// What went another way than planned: waivers, lateness, what was overruled or taken back, files
/// that were shown again, dates that moved.
enum ExceptionsSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.board, .auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        var inner = Document()
        waivers(context, to: &inner)
        overruled(context, to: &inner)
        inner.list(late(context) + moved(context) + reuses(context) + claims(context))
        ActTables.revocations(context, to: &inner)
        ActTables.editorials(context, to: &inner)
        ActTables.corrections(context, to: &inner)
        guard !inner.blocks.isEmpty else { return }
        document.heading(2, "Exceptions")
        document.append(inner)
    }

    private static func waivers(_ context: ReportContext, to document: inout Document) {
        document.table(
            ["Waiver", "By, for", "Until", "Reason", "Standing", "Entry"],
            rows: context.assessment.waivers.map { waiver in
                [
                    context.step(waiver.step), context.author(waiver.entry, role: waiver.role),
                    context.end(waiver.waiver.until), "\(waiver.waiver.reason)",
                    standing(waiver, context), context.entry(waiver.entry),
                ]
            })
    }

    /// Active, over, or given for nothing.
    private static func standing(_ waiver: WaiverAssessment, _ context: ReportContext) -> Inline {
        let why = WaiverWording.sentence(waiver.reason, context.words)
        guard waiver.covers else { return "\(strong: "not active"): \(why)" }
        let step = context.assessment.step(waiver.step)
        let rests = context.assessment.steps.indices.filter {
            context.assessment.steps[$0].isTainted
                && context.assessment.steps[$0].restsOn.contains(waiver.entry.sequence)
        }
        let used: Inline = step?.status == .waived ? "active" : "active, unused"
        let on: Inline = rests.isEmpty ? "" : "; on it rest \(context.steps(rests))"
        return "\(used)\(on)"
    }

    private static func overruled(_ context: ReportContext, to document: inout Document) {
        document.table(
            ["Failed or overruled on the way", "Runs", "Entry"],
            rows: context.setbacks.map { setback in
                let runs: Inline =
                    if case .check(_, let runs, _) = setback.kind { "\(runs)" } else { "" }
                return [SetbackWording.brief(setback, context), runs, context.entry(setback.entry)]
            })
    }

    private static func late(_ context: ReportContext) -> [Inline] {
        // The list of steps, where there is one, says so of each.
        guard !context.selection.isFor(StepsSection.audiences) else { return [] }
        return (context.facts.late + context.facts.finishedLate).map { place in
            let step = context.assessment.steps[place]
            return
                "\(context.step(at: place)) was due \(LocalTime.point(step.due)): \(Lateness.words(step, asOf: context.asOf) ?? "late")."
        }
    }

    private static func moved(_ context: ReportContext) -> [Inline] {
        context.report.movedDates.map { move in
            "\(context.phase(move.phase)) moved from \(LocalTime.range(move.from)) to \(LocalTime.range(move.to)) with the text of entry \(move.entry), recorded \(context.clock(move.at))."
        }
    }

    private static func reuses(_ context: ReportContext) -> [Inline] {
        context.assessment.reuses.map { reuse in
            "The evidence file \(code: reuse.digest.description) was shown more than once (entries \(reuse.entries.map(String.init).joined(separator: ", "))), for \(.list(reuse.steps.map { context.step($0) }, "and"))."
        }
    }

    private static func claims(_ context: ReportContext) -> [Inline] {
        context.assessment.farClaims.map { entry in
            "Entry \(context.entry(entry)) was made at \(context.clock(entry.statement.madeAt)) by its author's word, and recorded at \(context.clock(entry.recordedAt))."
        }
    }
}
