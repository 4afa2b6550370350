/// The report for people as blocks, in the order in which a board, a team and an auditor read it.
package enum ReportSections {
    /// Each is one type in one file.
    private static let all: [any ReportSection.Type] = [
        FirstScreen.self,
        TimelineSection.self,
        SitesSection.self,
        StepsSection.self,
        TasksSection.self,
        EffectsSection.self,
        ExceptionsSection.self,
        DecisionsSection.self,
        AnnouncementSection.self,
        AppendixSection.self,
        VerificationSection.self,
    ]

    /// The first screen alone, without links to sections that are not there.
    static func firstScreen(_ report: ReportInput) -> Document {
        var document = Document()
        FirstScreen.write(ReportContext(report, hasAppendix: false), to: &document)
        return document
    }

    /// `title` tells the rollout from others that are shown.
    package static func document(_ report: ReportInput, titled title: String? = nil) -> Document {
        parts(of: report, titled: title).reduce(into: Document()) { $0.append($1()) }
    }

    /// What makes the blocks of each section, on whichever processor.
    package static func parts(
        of report: ReportInput, titled title: String? = nil
    ) -> [@Sendable () -> Document] {
        let context = ReportContext(report, title: title)
        return all.filter { context.selection.isFor($0.audiences) }.map { section in
            {
                var document = Document()
                section.write(context, to: &document)
                return document
            }
        }
    }
}
