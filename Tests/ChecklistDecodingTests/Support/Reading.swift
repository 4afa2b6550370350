import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Reads checklists from text.
enum Reading {
    /// What reading a text comes to.
    static func outcome(_ text: String, chosen: [String: String] = [:]) throws -> DecodingOutcome {
        try ChecklistDecoder.read(
            SourceText(path: "list.yaml", bytes: Array(text.utf8)), chosen: chosen)
    }

    /// The checklist that a text holds, which must be without a mistake.
    static func loaded(
        _ text: String, chosen: [String: String] = [:],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> LoadedChecklist {
        let outcome = try outcome(text, chosen: chosen)
        var loaded: LoadedChecklist?
        if case .loaded(let found) = outcome { loaded = found }
        return try #require(
            loaded, "\(DiagnosticText.render(outcome.diagnostics))", sourceLocation: sourceLocation)
    }

    /// Everything that is said about a text, as a terminal shows it.
    static func said(_ text: String, chosen: [String: String] = [:]) throws -> String {
        DiagnosticText.render(try outcome(text, chosen: chosen).diagnostics)
    }

    /// The place and the code of every mistake and warning: `3:5 wrong-value`.
    static func codes(_ text: String) throws -> [String] {
        try outcome(text).diagnostics.map { "\($0.start.line):\($0.start.column) \($0.code)" }
    }
}
