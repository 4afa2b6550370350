/// A part of the report, the same for every format that people read.
protocol ReportSection: SendableMetatype {
    /// Whom it is for.
    static var audiences: [ReportSelection.Audience] { get }

    /// Adds the section to the document; one that has nothing to say adds nothing, no heading either.
    static func write(_ context: ReportContext, to document: inout Document)
}

extension ReportSection {
    static var audiences: [ReportSelection.Audience] { ReportSelection.Audience.allCases }
}
