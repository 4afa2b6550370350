/// Reads a YAML text into a document, within limits.
package enum YAMLReader {
    package static func read(path: String, limits: YAMLLimits = YAMLLimits()) -> Result<
        YAMLDocument, Diagnostics
    > {
        read(SourceText(path: path, bytes: []), limits: limits)
    }

    package static func read(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> Result<
        YAMLDocument, Diagnostics
    > {
        .success(YAMLDocument(source: source))
    }
}

/// What a text may ask for before it is refused.
package struct YAMLLimits: Sendable {
    package init() {}
}

/// Every mistake that was found, at least one.
package struct Diagnostics: Error, Sendable {
    package let all: [Diagnostic]

    package init(_ all: [Diagnostic]) {
        self.all = all
    }
}
