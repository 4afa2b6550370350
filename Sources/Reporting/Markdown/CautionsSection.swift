import Rollout

/// What an auditor should look at twice: files that were shown again, and times that people claim.
enum CautionsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let reuses = context.assessment.reuses
        let claims = context.assessment.farClaims
        guard !reuses.isEmpty || !claims.isEmpty else { return }
        document.heading(2, "To look at twice")
        document.list(reuses.map { reuse($0, context) })
        document.list(
            claims.map { entry in
                "Entry \(context.entry(entry)): made at \(context.exactTime(entry.statement.madeAt)) by its author's word, and recorded at \(context.exactTime(entry.recordedAt))."
            })
    }

    private static func reuse(
        _ reuse: EvidenceReuse, _ context: MarkdownContext
    ) -> MarkdownInline {
        let steps = MarkdownInline.joined(reuse.steps.map(context.step))
        let entries = reuse.entries.map(String.init).joined(separator: ", ")
        return
            "The evidence file \(code: reuse.digest.description) was shown more than once (entries \(entries)), for \(steps)."
    }
}
