import Fields
import Checks
package import LocatedYAML
import Rollout

/// Reads checklists; everything that is wrong is found in one go.
package enum ChecklistDecoder {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file, opened once.
    ///   - chosen: Values for parameters.
    /// - Returns: The checklist, or every mistake in it.
    /// - Throws: `ParameterMistake` where a chosen value does not fit.
    package static func read(
        path: String, chosen: [String: String] = [:]
    ) throws(ParameterMistake) -> DecodingOutcome {
        try decode(YAMLReader.reading(path: path), chosen: chosen)
    }

    /// Reads a text that is already there, such as one that the ledger kept.
    package static func read(
        _ source: SourceText, chosen: [String: String] = [:]
    ) throws(ParameterMistake) -> DecodingOutcome {
        try decode(YAMLReader.reading(source), chosen: chosen)
    }

    private static func decode(
        _ reading: YAMLReading, chosen: [String: String]
    ) throws(ParameterMistake) -> DecodingOutcome {
        guard let document = reading.document else { return .invalid(reading.mistakes) }
        let context = ReadingContext(reading.mistakes)
        let loaded = try DocumentDecoder(document: document, context: context).decode(
            chosen: chosen)
        if loaded == nil, !context.diagnostics.contains(where: { $0.severity == .error }) {
            // Whoever gives up says why; should one fail to, the checklist must not count as read.
            context.report("unreadable-checklist", "this cannot be read", at: document.root)
        }
        let diagnostics = context.diagnostics
        guard let loaded, !diagnostics.contains(where: { $0.severity == .error }) else {
            return .invalid(diagnostics)
        }
        return .loaded(loaded)
    }
}
