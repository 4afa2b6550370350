import ChecklistDecoding
import Importing
import LocatedYAML
import Rollout
import Testing

/// Drafts as the program reads them back.
enum DraftReading {
    /// The checklist that a draft is; fails with its mistakes where it is none.
    static func checklist(
        _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> LoadedChecklist {
        let outcome = try ChecklistDecoder.read(
            Array(text.utf8), of: .path("draft.yaml"), place: "draft.yaml")
        guard case .loaded(let loaded) = outcome, let first = loaded.first else {
            let mistakes = outcome.diagnostics.map { "\($0.start.line): \($0.message)" }
            Issue.record(
                "\(mistakes.joined(separator: "\n"))\n\(text)", sourceLocation: sourceLocation)
            throw DraftMistake()
        }
        return first
    }

    struct DraftMistake: Error {}
}
