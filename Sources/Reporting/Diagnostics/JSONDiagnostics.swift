import CanonicalJSON
import Characters
import LocatedYAML

/// Mistakes for programs, as one object.
struct JSONDiagnostics: DiagnosticFormat {
    let name = "json"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        let values = diagnostics.map { diagnostic -> JSONValue in
            [
                "path": .string(diagnostic.path), "line": .integer(Int64(diagnostic.start.line)),
                "column": .integer(Int64(diagnostic.start.column)),
                "endLine": .integer(Int64(diagnostic.end.line)),
                "endColumn": .integer(Int64(diagnostic.end.column)),
                "offset": .integer(Int64(diagnostic.start.offset)),
                "endOffset": .integer(Int64(diagnostic.end.offset)),
                "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code),
                "message": .string(diagnostic.message), "fix": .string(diagnostic.fix),
            ]
        }
        let whole: JSONValue = [
            "diagnostics": .array(values), "checklists": .array(paths.map { .string($0) }),
            "tool": .string(tool),
        ]
        return InertText.json(whole.prettyText) + "\n"
    }
}
