package import CanonicalJSON
package import LocatedYAML

extension Diagnostic {
    /// A mistake for programs; a new key may come, none goes.
    package var json: JSONValue {
        [
            "path": .string(path), "line": .integer(Int64(start.line)),
            "column": .integer(Int64(start.column)), "endLine": .integer(Int64(end.line)),
            "endColumn": .integer(Int64(end.column)), "offset": .integer(Int64(start.offset)),
            "endOffset": .integer(Int64(end.offset)), "severity": .string(severity.rawValue),
            "code": .string(code), "message": .string(message), "fix": .string(fix),
        ]
    }
}
