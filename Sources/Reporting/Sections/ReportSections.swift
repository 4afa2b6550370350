/// The report for people as blocks, in the order in which a board, a team and an auditor read it.
package enum ReportSections {
    /// Each is one type in one file.
    private static let all: [any ReportSection.Type] = [
        FirstScreen.self,
        TimelineSection.self,
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
        var document = Document()
        let context = ReportContext(report, title: title)
        for section in all where context.selection.isFor(section.audiences) {
            section.write(context, to: &document)
        }
        return document
    }
}
