/// A document with the mistakes that were found while it was read.
package struct YAMLReading: Sendable {
    /// Nil where the mistakes leave nothing that is worth looking at.
    package let document: YAMLDocument?
    /// In the order of the text; the text is good only where there are none.
    package let mistakes: [Diagnostic]

    init(document: YAMLDocument?, mistakes: [Diagnostic]) {
        self.document = document
        self.mistakes = mistakes
    }

    init(_ mistake: Diagnostic) {
        self.init(document: nil, mistakes: [mistake])
    }

    /// The document where there is no mistake.
    var result: Result<YAMLDocument, Diagnostics> {
        guard let document, mistakes.isEmpty else { return .failure(Diagnostics(mistakes)) }
        return .success(document)
    }
}
