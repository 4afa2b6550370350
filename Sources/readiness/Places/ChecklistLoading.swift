import ChecklistDecoding
import LedgerStorage
import LocatedYAML
import Reporting
import Rollout

/// Finds and reads the checklists that a command line names.
enum ChecklistLoading {
    /// Reads every checklist, or fails with the mistakes of all of them.
    ///
    /// A name is a path, or `sha256:` and at least eight digits of the digest of a text that the
    /// ledger kept.
    static func load(
        _ names: [String], parameters: ParameterOptions, ledger: LedgerOptions
    ) async throws -> [LoadedChecklist] {
        let chosen = try parameters.chosen()
        var loaded: [LoadedChecklist] = []
        var mistakes: [Diagnostic] = []
        for name in names {
            switch try await outcome(name, chosen: chosen, ledger: ledger) {
            case .loaded(let checklist): loaded.append(checklist)
            case .invalid(let diagnostics): mistakes += diagnostics
            }
        }
        guard mistakes.isEmpty else { throw failure(mistakes) }
        try refuseTwins(loaded)
        return loaded
    }

    /// Reads one checklist.
    static func load(
        _ name: String, parameters: ParameterOptions, ledger: LedgerOptions
    ) async throws -> LoadedChecklist {
        switch try await outcome(name, chosen: try parameters.chosen(), ledger: ledger) {
        case .loaded(let checklist): return checklist
        case .invalid(let diagnostics): throw failure(diagnostics)
        }
    }

    /// The failure that shows mistakes in a text.
    static func failure(_ diagnostics: [Diagnostic]) -> CommandFailure {
        let isUnreadable = diagnostics.contains { $0.code == Diagnostic.unreadable }
        let errors = diagnostics.filter { $0.severity == .error }.count
        return CommandFailure(
            isUnreadable ? .fileTrouble : .invalidInput,
            "\(errors) \(errors == 1 ? "mistake" : "mistakes") in the input; nothing was done.\n"
                + diagnostics.map { DiagnosticText.render($0) }.joined(separator: "\n"))
    }

    private static func outcome(
        _ name: String, chosen: [String: String], ledger: LedgerOptions
    ) async throws -> DecodingOutcome {
        do {
            guard name.hasPrefix("sha256:") else {
                return try ChecklistDecoder.read(path: name, chosen: chosen)
            }
            guard
                let stored = try await LedgerLocation.ledger(ledger, for: nil).text(matching: name)
            else {
                throw CommandFailure(
                    .usage,
                    "The ledger \(LedgerLocation.path(ledger, for: nil)) holds no checklist text with the digest \(name). Name another ledger with --ledger, or a file."
                )
            }
            let source = SourceText(path: name, bytes: Array(stored.text.utf8))
            return try ChecklistDecoder.read(source, chosen: chosen)
        } catch let mistake as ParameterMistake {
            throw CommandFailure(.usage, "\(name): \(mistake)")
        }
    }

    /// Two checklists with one id would share their evidence.
    private static func refuseTwins(_ loaded: [LoadedChecklist]) throws {
        var paths: [String: String] = [:]
        for checklist in loaded {
            let id = checklist.checklist.id
            if let other = paths.updateValue(checklist.path, forKey: id) {
                throw CommandFailure(
                    .invalidInput,
                    "\(other) and \(checklist.path) have the same id \"\(id)\"; name one of them."
                )
            }
        }
    }
}
