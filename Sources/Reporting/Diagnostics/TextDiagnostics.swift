import LocatedYAML

/// Mistakes for people: the place, the source line, a caret under the span and the way out.
struct TextDiagnostics: DiagnosticFormat {
    let name = "text"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        let errors = diagnostics.filter { $0.severity == .error }.count
        let warnings = diagnostics.count - errors
        let sum =
            "\(Prose.count(paths.count, "checklist")): \(Prose.count(errors, "error")), "
            + "\(Prose.count(warnings, "warning"))\n"
        let summary =
            paths.count > 1
            ? LintSummary.lines(diagnostics, of: paths).map { $0 + "\n" } + ["\n"] : []
        return summary.joined() + diagnostics.map { DiagnosticText.render($0) + "\n" }.joined()
            + sum
    }
}
