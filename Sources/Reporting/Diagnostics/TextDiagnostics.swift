import LocatedYAML

/// Mistakes for people: the place, the source line, a caret under the span and the way out.
struct TextDiagnostics: DiagnosticFormat {
    let name = "text"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        let errors = diagnostics.filter { $0.severity == .error }.count
        let warnings = diagnostics.count - errors
        let sum =
            "\(paths.count) \(paths.count == 1 ? "checklist" : "checklists"): "
            + "\(errors) \(errors == 1 ? "error" : "errors"), "
            + "\(warnings) \(warnings == 1 ? "warning" : "warnings")\n"
        return diagnostics.map { DiagnosticText.render($0) + "\n" }.joined() + sum
    }
}
