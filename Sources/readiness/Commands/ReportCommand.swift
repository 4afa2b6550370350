import ArgumentParser
import Foundation
import Reporting
import Rollout

/// `readiness report`: writes readiness reports.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the readiness report, keyed to the rollout timeline.",
        discussion: """
            The same checklist, ledger and instant give the same bytes. An old report is rendered again \
            from the text that the ledger kept, by its digest:
              readiness report sha256:0123abcd… --as-of 2025-10-09T12:00:00Z
            Exits with the worst verdict: 0 GO, 1 NO-GO, 2 CONDITIONAL.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: paths, or sha256: digests of recorded texts.", valueName: "checklist"))
    var checklists: [String]

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("One of \(Self.formatNames).", valueName: "name"))
    var format = ReportFormats.all[0].name

    @Option(
        help: ArgumentHelp(
            "Write each report to CHECKLIST-INSTANT in this folder and print its path; without it, to stdout.",
            valueName: "folder"))
    var output: String?

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    private static var formatNames: String { ReportFormats.all.map(\.name).joined(separator: ", ") }

    func validate() throws {
        guard ReportFormats.named(format) != nil else {
            throw ValidationError("--format is one of \(Self.formatNames), not \"\(format)\".")
        }
        if output?.isEmpty ?? false { throw ValidationError("--output takes a folder.") }
    }

    func run() async throws {
        guard let format = ReportFormats.named(format) else {
            throw CommandFailure(.ownFault, "There is no format \"\(format)\".")
        }
        let loaded = try await ChecklistLoading.load(
            checklists, parameters: parameters, ledger: ledger)
        let judging = Judging(ledger: ledger, asOf: asOf.asOf, command: ["report"])
        let reports = try await judging.reports(loaded)
        if let output {
            try Self.makeFolder(output)
            for report in reports {
                let name = "\(Self.fileName(report)).\(format.fileExtension)"
                let path = output.hasSuffix("/") ? output + name : "\(output)/\(name)"
                try WholeFile.write(format.render(report), to: path, permissions: 0o644)
                try Terminal.write("\(path): \(report.assessment.verdict.rawValue)\n")
            }
        } else if format.name == JSONFormat().name {
            try Terminal.write(Judging.json(reports))
        } else {
            try Terminal.write(reports.map { format.render($0) }.joined(separator: "\n"))
        }
        try Judging.leave(with: reports)
    }

    /// `ID-20251009T120000Z`.
    private static func fileName(_ report: ReportInput) -> String {
        let instant = report.assessment.asOf.rfc3339.filter { $0 != "-" && $0 != ":" }
        return "\(report.assessment.checklist.id)-\(instant)"
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                .fileTrouble, "The folder \(path) cannot be made; name another one with --output.")
        }
    }
}
