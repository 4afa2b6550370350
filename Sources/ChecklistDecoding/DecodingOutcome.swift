package import LocatedYAML

/// What reading a checklist came to.
package enum DecodingOutcome: Sendable {
    /// One checklist for each target that was asked for, in the order of the text; exactly one
    /// where the checklist has no targets.
    case loaded([LoadedChecklist])
    /// Every mistake and warning, in the order of the text; at least one error.
    case invalid([Diagnostic])

    /// The mistakes and warnings, whatever the outcome, each once.
    package var diagnostics: [Diagnostic] {
        switch self {
        case .loaded(let loaded): loaded.first?.warnings ?? []
        case .invalid(let diagnostics): diagnostics
        }
    }
}
