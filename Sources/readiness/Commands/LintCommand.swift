import ArgumentParser
import LocatedYAML
import Operations
import Reporting
import Rollout

/// `readiness lint`: shows every mistake in checklists.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Show every mistake in checklists, with its place and the way out.",
        discussion:
            "Reads only; runs nothing. Exits with 65 where there is an error, 74 where a file cannot be read."
    )

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, or folders. \(ChecklistNames.folders)", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklists: [String]

    @OptionGroup var scope: ScopeOptions

    @Option(
        help: ArgumentHelp("One of \(DiagnosticFormats.names).", valueName: "name"),
        completion: .list(DiagnosticFormats.all.map(\.name)))
    var format = DiagnosticFormats.defaultName

    func validate() throws {
        guard DiagnosticFormats.named(format) != nil else {
            throw Words.unknown(
                format, of: "--format", among: DiagnosticFormats.all.map(\.name))
        }
    }

    func run() async throws {
        guard let format = DiagnosticFormats.named(format) else { return }
        let lint = LintChecklists(
            Machine.context(), target: scope.target.map { TargetID($0) },
            chosen: try scope.chosen())
        let paths = try ChecklistNames.expand(checklists)
        let diagnostics = try await lint(paths)
        let text = format.render(diagnostics, of: paths, tool: ToolVersion.name)
        if format.name == DiagnosticFormats.defaultName {
            try Terminal.write(text)
        } else {
            try Terminal.write(Array(text.utf8))
        }
        if diagnostics.contains(where: { $0.code == Diagnostic.unreadable }) {
            throw ExitStatus.fileTrouble
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.invalidInput }
    }
}
