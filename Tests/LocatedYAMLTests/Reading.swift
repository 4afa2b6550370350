import LocatedYAML
import Reporting
import Testing

/// Reads a text that must be good.
func document(
    _ text: String, limits: YAMLLimits = YAMLLimits(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> YAMLDocument {
    let result = YAMLReader.read(
        SourceText(path: "t.yaml", bytes: Array(text.utf8)), limits: limits)
    if case .failure(let mistakes) = result {
        Issue.record("\(DiagnosticText.render(mistakes.all))", sourceLocation: sourceLocation)
    }
    return try result.get()
}

/// What is wrong with a text, as a person reads it; empty where nothing is.
func complaints(about text: String, limits: YAMLLimits = YAMLLimits()) -> String {
    complaints(about: Array(text.utf8), limits: limits)
}

/// What is wrong with the bytes of a text, as a person reads it; empty where nothing is.
func complaints(about bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
    DiagnosticText.render(mistakes(in: bytes, limits: limits))
}

/// What is wrong with the bytes of a text; empty where nothing is.
func mistakes(in bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> [Diagnostic] {
    switch YAMLReader.read(SourceText(path: "t.yaml", bytes: bytes), limits: limits) {
    case .success: []
    case .failure(let mistakes): mistakes.all
    }
}

extension YAMLNode {
    /// The bytes of the source that the span of the node covers.
    var excerpt: String {
        String(decoding: source.bytes[span.start..<span.end], as: UTF8.self)
    }

    /// The node and everything in it on one line: `{key: value}`, `[item]`, texts without quotes.
    ///
    /// Only for documents of a test: it recurses.
    var outline: String {
        switch kind {
        case .scalar: text
        case .sequence: "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping:
            "{" + entries.map { "\($0.key.text): \($0.value.outline)" }.joined(separator: ", ")
                + "}"
        }
    }
}
