import ArgumentParser
import ChecklistDecoding
import Foundation
import LocatedYAML
import Reporting

/// `readiness lint`: shows every mistake in checklists.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Show every mistake in checklists, with its place and the way out.",
        discussion:
            "Reads only; runs nothing. Exits with 65 where there is an error, 74 where a file cannot be read."
    )

    @Argument(help: ArgumentHelp("The checklists.", valueName: "checklist"))
    var checklists: [String]

    @OptionGroup var parameters: ParameterOptions

    @Option(help: ArgumentHelp("One of \(DiagnosticFormats.names).", valueName: "name"))
    var format = DiagnosticFormats.defaultName

    func validate() throws {
        guard DiagnosticFormats.named(format) != nil else {
            throw ValidationError(
                "--format is one of \(DiagnosticFormats.names), not \"\(format)\".")
        }
    }

    func run() async throws {
        let chosen = try parameters.chosen()
        let diagnostics = try await diagnostics(chosen: chosen)
        guard let format = DiagnosticFormats.named(format) else {
            throw CommandFailure(.ownFault, "There is no format \"\(format)\".")
        }
        try Terminal.write(format.render(diagnostics, of: checklists, tool: ToolVersion.name))
        if diagnostics.contains(where: { $0.code == Diagnostic.unreadable }) {
            throw ExitStatus.fileTrouble
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.invalidInput }
    }

    /// The mistakes in all checklists, read on all processors, in the order of the command line.
    private func diagnostics(chosen: [String: String]) async throws -> [Diagnostic] {
        typealias Part = [(index: Int, outcome: Result<[Diagnostic], CommandFailure>)]
        let paths = checklists
        let readers = min(paths.count, ProcessInfo.processInfo.activeProcessorCount)
        let outcomes = await withTaskGroup(of: Part.self) { group in
            for first in 0..<readers {
                group.addTask {
                    stride(from: first, to: paths.count, by: readers).map {
                        ($0, Self.read(paths[$0], chosen: chosen))
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return try outcomes.sorted { $0.index < $1.index }.flatMap { try $0.outcome.get() }
    }

    private static func read(
        _ path: String, chosen: [String: String]
    ) -> Result<[Diagnostic], CommandFailure> {
        do {
            return .success(try ChecklistDecoder.read(path: path, chosen: chosen).diagnostics)
        } catch let mistake {
            return .failure(CommandFailure(.usage, "\(path): \(mistake)"))
        }
    }
}
