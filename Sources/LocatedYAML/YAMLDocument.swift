/// A YAML document with the place of every node.
package final class YAMLDocument: Sendable {
    package let source: SourceText
    package var root: YAMLNode { YAMLNode(document: self, index: 0) }

    init(source: SourceText) {
        self.source = source
    }
}

/// The text that a document was read from.
package struct SourceText: Sendable {
    package let path: String
    /// UTF-8, without a byte order mark.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// A diagnostic at a stretch of the text.
    package func diagnostic(
        _ severity: Diagnostic.Severity = .error, _ code: String, _ message: String,
        fix: String = "",
        at span: SourceSpan
    ) -> Diagnostic {
        let place = SourcePosition(line: 1, column: 1, offset: span.start)
        return Diagnostic(
            severity: severity, code: code, message: message, fix: fix, path: path, start: place,
            end: place, line: "")
    }
}
