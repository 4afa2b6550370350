import Rollout

/// What was taken back, reworded or dated anew, as tables.
enum ActTables {
    static func revocations(_ context: ReportContext, to document: inout Document) {
        document.table(
            ["Taken back", "By", "Reason", "When", "Counts", "Entry"],
            rows: context.assessment.revocations.map { act in
                [
                    context.entry(act.revocation.entry), context.author(act.entry),
                    "\(act.revocation.reason)", context.clock(act.entry.recordedAt),
                    counts(
                        act.reason == .counts,
                        RevocationWording.sentence(act.reason, context.words)),
                    context.entry(act.entry),
                ]
            })
    }

    static func editorials(_ context: ReportContext, to document: inout Document) {
        document.table(
            [
                "Reworded without another meaning", "By, for", "Title before", "Reason", "When",
                "Counts", "Carries over", "Entry",
            ],
            rows: context.assessment.editorials.map { act in
                let entry = act.entry
                return [
                    context.step(act.step),
                    entry.statement.role.map { context.author(entry, role: $0) }
                        ?? context.author(entry),
                    "\(act.editorial.before.title)", "\(act.editorial.reason)",
                    context.clock(entry.recordedAt),
                    counts(
                        act.reason == .counts,
                        EditorialWording.sentence(act.reason, context.words)),
                    act.carries.isEmpty ? "nothing" : "\(Prose.entries(act.carries))",
                    context.entry(entry),
                ]
            })
    }

    static func corrections(_ context: ReportContext, to document: inout Document) {
        document.table(
            ["Corrected time of", "Recorded as", "Made", "By", "Reason", "Counts", "Entry"],
            rows: context.assessment.corrections.map { act in
                [
                    context.entry(act.correction.entry),
                    act.recordedAs.map { context.clock($0) } ?? "unknown",
                    context.clock(act.correction.time), context.author(act.entry),
                    "\(act.correction.reason)",
                    counts(
                        act.reason == .counts,
                        CorrectionWording.sentence(act.reason, context.words)),
                    context.entry(act.entry),
                ]
            })
    }

    /// `yes`, or why not.
    static func counts(_ counts: Bool, _ why: String) -> Inline {
        counts ? "yes" : "no: \(why)"
    }
}
