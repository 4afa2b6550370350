/// What reading a document needs beside its nodes: the values to substitute, and where mistakes go.
package struct ReadingContext {
    /// The value of each parameter that `${name}` may name.
    package let parameters: [String: String]
    private let collector: Collector

    /// Mistakes in the order in which they were found, each once.
    private final class Collector {
        var found: [Diagnostic] = []
        var seen: Set<Diagnostic> = []
    }

    package init(parameters: [String: String] = [:]) {
        self.parameters = parameters
        collector = Collector()
    }

    private init(parameters: [String: String], collector: Collector) {
        self.parameters = parameters
        self.collector = collector
    }

    /// A context with more parameters, whose mistakes go to the same place.
    package func adding(_ parameters: [String: String]) -> ReadingContext {
        ReadingContext(
            parameters: self.parameters.merging(parameters) { _, new in new }, collector: collector)
    }

    /// Every mistake so far, in the order of the text.
    package var diagnostics: [Diagnostic] {
        collector.found.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }

    /// Notes a mistake at a node, or at the first line of it that says what it is.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error, fix: String = "",
        at node: YAMLNode
    ) {
        let place = node.kind == .mapping ? node.entries.first?.key.span ?? node.span : node.span
        report(code, message, severity: severity, fix: fix, at: place, in: node.source)
    }

    /// Notes a mistake at a stretch of the text.
    package func report(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error, fix: String = "",
        at span: SourceSpan, in source: SourceText
    ) {
        let diagnostic = source.diagnostic(severity, code, message, fix: fix, at: span)
        if collector.seen.insert(diagnostic).inserted { collector.found.append(diagnostic) }
    }
}
