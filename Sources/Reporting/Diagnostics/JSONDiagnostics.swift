import CanonicalJSON
import Characters
import LocatedYAML

/// Mistakes for programs, as one object.
struct JSONDiagnostics: DiagnosticFormat {
    let name = "json"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        let whole: JSONValue = [
            "diagnostics": .array(diagnostics.map(\.json)),
            "checklists": .array(paths.map { .string($0) }),
            "tool": .string(tool),
        ]
        return InertText.json(whole.prettyText) + "\n"
    }
}
