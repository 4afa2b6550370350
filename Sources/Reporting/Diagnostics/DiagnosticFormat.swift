package import LocatedYAML

/// A way to write mistakes down; each format is one type in one file.
package protocol DiagnosticFormat: Sendable {
    /// The name that `--format` takes.
    var name: String { get }

    /// Writes the mistakes found in some files, which may be none.
    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String
}

/// Every format for mistakes there is.
package enum DiagnosticFormats {
    /// In the order in which help texts name them; the first is the default.
    package static let all: [any DiagnosticFormat] = [
        TextDiagnostics(), JSONDiagnostics(), SARIFDiagnostics(), GitHubDiagnostics(),
    ]

    /// The names, for help texts.
    package static var names: String { all.map { $0.name }.joined(separator: ", ") }

    /// The name of the format where none is asked for.
    package static let defaultName = "text"

    /// The format of a name; nil where there is none.
    package static func named(_ name: String) -> (any DiagnosticFormat)? {
        all.first { $0.name == name }
    }
}
