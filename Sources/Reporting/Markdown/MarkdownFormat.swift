/// The report for people: GitHub-flavoured Markdown, in the order in which a board reads it.
package struct MarkdownFormat: ReportFormat {
    package let name = "markdown"
    package let fileExtension = "md"

    package init() {}

    /// The sections in their order; each is one type in one file.
    private static let sections: [any MarkdownSection.Type] = [
        SummarySection.self,
        TimelineSection.self,
        PhasesSection.self,
        RolesSection.self,
        EffectsSection.self,
        SignOffsSection.self,
        WaiversSection.self,
        DecisionsSection.self,
        ChangeSection.self,
        VerificationSection.self,
    ]

    package func render(_ report: ReportInput) -> String {
        var document = MarkdownDocument()
        let context = MarkdownContext(report)
        for section in Self.sections { section.write(context, to: &document) }
        return document.text
    }
}
