package import Checks
package import LocatedYAML
package import Rollout

/// A checklist that was read without a mistake, with what it takes to carry out its checks.
package struct LoadedChecklist: Sendable {
    package let checklist: Checklist
    /// The path that it was read from, as the operator named it.
    package let path: String
    /// The text that it was read from; its digest is the checklist's.
    package let text: String
    /// The checks of each step, in the order of the step's definitions.
    package let checks: [String: [any Check]]
    /// How long one observation may take where a check does not say.
    package let timeout: Duration
    /// The values that the operator chose, by parameter.
    package let chosen: [String: String]
    package let warnings: [Diagnostic]
}

/// What reading a checklist came to.
package enum DecodingOutcome: Sendable {
    case loaded(LoadedChecklist)
    /// Every mistake and warning, in the order of the text.
    case invalid([Diagnostic])

    /// The mistakes and warnings, whatever the outcome.
    package var diagnostics: [Diagnostic] {
        switch self {
        case .loaded(let loaded): return loaded.warnings
        case .invalid(let diagnostics): return diagnostics
        }
    }
}
