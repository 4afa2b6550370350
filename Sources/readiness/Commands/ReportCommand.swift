import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness report`: writes readiness reports.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the readiness report, keyed to the rollout timeline.",
        discussion: """
            The same checklist text, scope, instant and ledger entries give the same bytes. An old \
            report is rendered again from the text that the ledger kept; it names the command:
              readiness report sha256:0123abcd… --as-of 2025-10-09T12:00:00Z --entries 42
            Where the ledger has a log, --output writes the signed checkpoint beside each report.
            Exits with the worst verdict: 0 GO, 1 NO-GO, 2 CONDITIONAL.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests of recorded texts. \(ChecklistNames.folders)",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklists: [String] = []

    @Flag(
        help:
            "Over all rollouts of the folder checklists, or of those that are named; with --output with a page README.md over them."
    )
    var all = false

    @OptionGroup var asOf: AsOfOptions

    @Flag(help: "Mark the report as the forecast that it was when it was first made.")
    var forecast = false

    @Option(
        help: ArgumentHelp(
            "One of \(Self.formatNames); may be repeated. Default: \(ReportFormats.all[0].name).",
            valueName: "name"), completion: .list(ReportFormats.all.map(\.name)))
    var format: [String] = []

    @OptionGroup var selection: SelectionOptions

    @Option(
        help: ArgumentHelp(
            "Write each report to ID[.TARGET]-INSTANT in this folder and print its path; without it, to stdout.",
            valueName: "folder"), completion: .directory)
    var output: String?

    @Flag(
        help:
            "With --output: do not keep the text of the checklist in the ledger; the head says so.")
    var noRecord = false

    @OptionGroup var logKey: LogKeyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    private static var formatNames: String { ReportFormats.all.map(\.name).joined(separator: ", ") }

    func validate() throws {
        if checklists.isEmpty, !all { throw ValidationError("Name a checklist, or give --all.") }
        for name in format where ReportFormats.named(name) == nil {
            throw Words.unknown(name, of: "--format", among: ReportFormats.all.map(\.name))
        }
        if Set(format).count != format.count { throw ValidationError("--format: each name once.") }
        if format.count > 1, output == nil {
            throw ValidationError("Several formats need --output, which takes a folder.")
        }
        if output?.isEmpty ?? false { throw ValidationError("--output takes a folder.") }
        if selection.narrows { try requireChoosing() }
    }

    /// Refuses formats that would list all steps although somebody chose some.
    private func requireChoosing() throws {
        let others = chosenFormats.filter { !$0.choosesSteps }.map(\.name)
        guard !others.isEmpty else { return }
        let able = ReportFormats.all.filter(\.choosesSteps).map(\.name)
        throw ValidationError(
            "--role and --person choose the steps of \(Prose.list(able, "and")). "
                + "\(Prose.list(others, "and")) \(others.count == 1 ? "has" : "have") all of them; leave these options out"
                + (others.contains("json")
                    ? ", or ask readiness status --format json for some." : "."))
    }

    /// Refuses several rollouts on one stream in a format of which each has a document of its own.
    private func requireJoining(_ count: Int) throws {
        guard output == nil, count > 1, !(all && format.isEmpty), !chosenFormats[0].joinsReports
        else { return }
        Terminal.complain(
            "--format \(chosenFormats[0].name) makes a document of its own for each of \(count) rollouts: name one of them, or a folder with --output."
        )
        throw ExitStatus.usage
    }

    private var chosenFormats: [any ReportFormat] {
        let named = format.compactMap { ReportFormats.named($0) }
        return named.isEmpty ? [ReportFormats.all[0]] : named
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let names = try ChecklistNames.expand(checklists.isEmpty ? ["checklists"] : checklists)
        let new = context.newLedgers(for: names)
        let judging: JudgedReports
        do {
            defer { RecordingOptions.noteStarted(new, context) }
            judging = try await report(names, context)
        }
        try judging.leave()
    }

    /// Judges the checklists, and writes what was asked for.
    private func report(
        _ names: [String], _ context: OperationContext
    ) async throws -> JudgedReports {
        let formats = chosenFormats
        let loaded = try await scope.loader(context).load(names)
        try requireJoining(loaded.count)
        let since = try selection.point(of: loaded)
        if output != nil, !noRecord {
            try await RecordTexts(by: principal.principal(), context)(loaded)
        }
        let judging = try await JudgedReports(
            loaded, at: asOf.point(isForecast: forecast), context,
            for: selection.selection(of: loaded, since: since))
        if let since { try await judging.require(since) }
        // A portfolio, or what a program reads, must not look whole where a ledger could not be read.
        if all || formats.contains(where: { !["markdown", "html", "json"].contains($0.name) }) {
            try judging.requireAll(isQuiet: true)
        }
        if let output {
            try await write(judging, as: formats, into: output, context)
        } else if all, format.isEmpty {
            try Terminal.write(PortfolioPage.markdown(judging.reports))
        } else {
            try Terminal.write(judging.stream(as: formats[0]))
        }
        return judging
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private func write(
        _ judging: JudgedReports, as formats: [any ReportFormat],
        into folder: String, _ context: OperationContext
    ) async throws {
        let writing = WriteReports(into: folder)
        let pages = formats.map { all ? PortfolioPage.file(judging.reports, as: $0.name) : nil }
        // Formats without a page of their own have the one in Markdown beside them.
        let lacksPage = all && pages.allSatisfy { $0 == nil }
        let names = pages.compactMap { $0?.name } + (lacksPage ? [PortfolioPage.fileName] : [])
        for name in names { try writing.requirePage(name) }
        let written = try await writing(judging.reports, as: formats)
        if judging.reports.count > 1 {
            let summary = StatusSummary(width: Terminal.width, colour: Terminal.hasColour)
            try Terminal.write(
                summary.lines(for: judging.reports).map { $0 + "\n" }.joined() + "\n")
        }
        for (number, (_, paths)) in zip(formats, written).enumerated() {
            let isEach = paths.count == judging.reports.count
            try Terminal.write(
                zip(paths, judging.reports).map { path, report in
                    isEach ? "\(path): \(report.verdictWords)\n" : "\(path)\n"
                }.joined())
            let shared =
                lacksPage && number == 0
                ? PortfolioPage.file(judging.reports, linking: paths.map(Self.fileName)) : nil
            if let page = pages[number] ?? shared {
                try Terminal.write(writing(page) + "\n")
            }
            guard number == 0 else { continue }
            let signed = try await WriteCheckpoints(context, logKey.place)(
                beside: paths, of: judging.reports, judging.loaded)
            for path in signed { Terminal.note("The signed checkpoint of the ledger: \(path)") }
        }
    }
}
