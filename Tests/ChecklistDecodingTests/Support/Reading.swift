import ChecklistDecoding
import LocatedYAML
import Reporting
import Rollout
import Testing

/// Reads checklists from text.
enum Reading {
    /// What reading a text comes to.
    static func outcome(
        _ text: String, target: TargetID? = nil, chosen: [String: String] = [:]
    ) throws -> DecodingOutcome {
        try ChecklistDecoder.read(
            Array(text.utf8), of: .path("list.yaml"), place: "checklists/list.yaml",
            target: target, chosen: chosen)
    }

    /// The checklists that a text holds, one for each target, which must be without a mistake.
    static func all(
        _ text: String, target: TargetID? = nil, chosen: [String: String] = [:],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> [LoadedChecklist] {
        let outcome = try outcome(text, target: target, chosen: chosen)
        var loaded: [LoadedChecklist]?
        if case .loaded(let found) = outcome { loaded = found }
        return try #require(
            loaded, "\(DiagnosticText.render(outcome.diagnostics))", sourceLocation: sourceLocation)
    }

    /// The only checklist that a text holds.
    static func loaded(
        _ text: String, target: TargetID? = nil, chosen: [String: String] = [:],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> LoadedChecklist {
        let all = try all(
            text, target: target, chosen: chosen, sourceLocation: sourceLocation)
        try #require(all.count == 1, sourceLocation: sourceLocation)
        return try #require(all.first, sourceLocation: sourceLocation)
    }

    /// Everything that is said about a text, as a terminal shows it.
    static func said(_ text: String, chosen: [String: String] = [:]) throws -> String {
        DiagnosticText.render(try outcome(text, chosen: chosen).diagnostics)
    }

    /// The place and the code of every mistake and warning: `3:5 wrong-value`.
    static func codes(_ text: String, chosen: [String: String] = [:]) throws -> [String] {
        try outcome(text, chosen: chosen).diagnostics.map {
            "\($0.start.line):\($0.start.column) \($0.code)"
        }
    }

    /// The mistake in what is chosen, as a sentence.
    static func refused(
        _ text: String, target: TargetID? = nil, chosen: [String: String] = [:],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let mistake = #expect(throws: ParameterMistake.self, sourceLocation: sourceLocation) {
            try outcome(text, target: target, chosen: chosen)
        }
        return try #require(mistake, sourceLocation: sourceLocation).description
    }
}
