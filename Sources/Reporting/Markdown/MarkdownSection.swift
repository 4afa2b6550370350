/// A part of the Markdown report.
protocol MarkdownSection: SendableMetatype {
    /// Adds the section to the document.
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument)
}
