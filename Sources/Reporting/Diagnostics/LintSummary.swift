import LocatedYAML

/// What was found in each of several checklists, before the mistakes themselves.
enum LintSummary {
    /// The lines, without line ends, in the order of the paths.
    static func lines(_ diagnostics: [Diagnostic], of paths: [String]) -> [String] {
        let found = Dictionary(grouping: diagnostics, by: \.path)
        let rows = paths.map { path -> [TerminalTable.Cell] in
            let own = found[path, default: []]
            let errors = own.count { $0.severity == .error }
            let warnings = own.count - errors
            return [
                .init(errors == 0 ? "" : "\(errors)"), .init(warnings == 0 ? "" : "\(warnings)"),
                .init(path),
            ]
        }
        return WrappedTable(
            columns: [.init("ERRORS"), .init("WARNINGS"), .init("CHECKLIST")], rows: rows
        ).lines(width: .max, style: TerminalStyle(colour: false))
    }
}
