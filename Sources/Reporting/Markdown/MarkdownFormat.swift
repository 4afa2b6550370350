/// The report for people: GitHub-flavoured Markdown, in the order in which a board reads it.
package struct MarkdownFormat: ReportFormat {
    package let name = "markdown"

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
        RevocationsSection.self,
        EditorialsSection.self,
        CorrectionsSection.self,
        RollCallSection.self,
        DecisionsSection.self,
        PlanSection.self,
        CautionsSection.self,
        ChangeSection.self,
        ParametersSection.self,
        VerificationSection.self,
    ]

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).md", bytes: Array(text(report).utf8))
        }
    }

    private func text(_ report: ReportInput) -> String {
        var document = MarkdownDocument()
        let context = MarkdownContext(report)
        for section in Self.sections { section.write(context, to: &document) }
        return document.text
    }
}
