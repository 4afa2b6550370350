import Characters
import LocatedYAML

/// Mistakes as workflow commands, which GitHub shows beside the lines of a pull request.
struct GitHubDiagnostics: DiagnosticFormat {
    let name = "github"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        diagnostics.map { diagnostic in
            let fix = diagnostic.fix.isEmpty ? "" : "\n\(diagnostic.fix)"
            var properties = [
                ("file", diagnostic.path), ("line", "\(diagnostic.start.line)"),
                ("endLine", "\(diagnostic.end.line)"),
            ]
            if diagnostic.start.line == diagnostic.end.line {
                properties += [
                    ("col", "\(diagnostic.start.column)"),
                    ("endColumn", "\(diagnostic.end.column)"),
                ]
            }
            properties.append(("title", diagnostic.code))
            let list = properties.map { "\($0.0)=\(Self.escape($0.1, isProperty: true))" }
            return "::\(diagnostic.severity.rawValue) \(list.joined(separator: ","))::"
                + Self.escape(diagnostic.message + fix, isProperty: false) + "\n"
        }.joined()
    }

    /// Escapes what would end the command, or in a property the property; what is hidden is shown.
    private static func escape(_ text: String, isProperty: Bool) -> String {
        InertText.lines(text).unicodeScalars.map { scalar -> String in
            switch scalar {
            case "%": return "%25"
            case "\r": return "%0D"
            case "\n": return "%0A"
            case ":" where isProperty: return "%3A"
            case "," where isProperty: return "%2C"
            case _ where VisibleText.isHidden(scalar): return VisibleText.shown(scalar)
            default: return String(scalar)
            }
        }.joined()
    }
}
