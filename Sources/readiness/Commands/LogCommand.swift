import ArgumentParser
import Characters
import ChecklistDecoding
import Files
import LedgerStorage
import Operations
import Reporting
import Rollout

/// `readiness log`: shows what the ledger holds.
struct LogCommand: AsyncParsableCommand {
    /// How entries are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        /// One object on each line, with what is known about the entry beside the statement.
        case json
        /// The exact stored bytes, one entry on each line.
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show what is on record.",
        discussion: """
            --format jsonl writes the exact stored bytes, one entry on each line; without a checklist \
            that is a whole ledger, which every command reads again with --ledger FILE.jsonl.
            With a checklist, what does not count by its text of today says why not, as status does.
            """)

    @Argument(
        help: ArgumentHelp("Only entries about this checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String?

    @Option(
        help: ArgumentHelp(
            "Only entries about this step, or all of its for-each.", valueName: "step"),
        completion: ChecklistCompletion.steps)
    var step: String?

    @Option(
        help: ArgumentHelp(
            "Only entries recorded from then on: an instant, a local time or a day, as for --as-of.",
            valueName: "time"),
        transform: AsOfOptions.read)
    var since: AsOf?

    @Option(
        help: ArgumentHelp(
            "Only entries recorded by then; a day is meant whole.", valueName: "time"),
        transform: AsOfOptions.read)
    var until: AsOf?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Only entries by this principal; may be repeated.", valueName: "principal"),
        completion: ChecklistCompletion.members)
    var principals: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only entries of this kind: \(KindArgument.names.joined(separator: ", ")); may be repeated.",
            valueName: "kind"),
        completion: .list(KindArgument.names), transform: KindArgument.read)
    var kind: [StatementBody.Kind] = []

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "name"))
    var format: Format = .text

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        let filters = step != nil || since != nil || until != nil || !principals.isEmpty
        if filters || scope.isNamed || !kind.isEmpty, format == .jsonl {
            throw ValidationError(
                "--format jsonl writes whole ledgers and takes no --step, --since, --until, --as, --kind, --target or --set."
            )
        }
        guard checklist == nil else { return }
        if step != nil {
            throw ValidationError("--step needs the checklist that it is in.")
        }
        if scope.target != nil || !scope.assignments.isEmpty {
            throw ValidationError("--target and --set need the checklist that they are about.")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let rollouts = try await rollouts(context)
        let loaded = rollouts.first
        let scopes = rollouts.map(\.checklist.scope)
        let location = context.location(for: checklist)
        let zone = loaded?.checklist.zone ?? .utc
        let format = self.format
        Terminal.noteMissing(context.missingLedger)
        let output = LineBuffer()
        let filter = LogFilter(
            since: since?.begin(in: zone), until: until?.named(in: zone),
            principals: principals.map { Principal($0) }, kinds: kind,
            rollouts: scope.isNamed ? rollouts.map(\.checklist) : [])
        let log = ReadLog(location)
        if format != .jsonl, let lost = try await log.signers().lost {
            Terminal.note("\(lost) Signatures cannot be verified without it.")
        }
        let times =
            format == .jsonl ? [:] : try await log.correctedTimes(of: loaded?.checklist)
        let uncounted =
            format == .jsonl
            ? [:] : try await log.uncounted(of: rollouts.map(\.checklist), at: context.clock())
        try await log(
            of: loaded?.checklist, step: step, filter: filter, isAuthenticated: format != .jsonl
        ) { stored in
            let number = stored.entry.sequence
            try output.add(
                try Self.line(stored, format, zone, scopes, times[number], uncounted[number]))
        }
        if output.isUntouched, context.missingLedger == nil {
            Terminal.note("No entry is shown: \(lack(of: location)).")
        }
        try output.flush()
    }

    /// Why nothing is shown.
    private func lack(of location: LedgerLocation) -> String {
        guard Folder.holdsSomething(at: location.path) else {
            return "there is no ledger at \(location) yet"
        }
        let filters = step != nil || since != nil || until != nil || !principals.isEmpty
        if filters || scope.isNamed || !kind.isEmpty { return "none on record fits" }
        return checklist == nil
            ? "the ledger \(location) is empty" : "none is about this checklist"
    }

    /// The checklist whose entries are asked for, for each of its targets; all share its id.
    private func rollouts(_ context: OperationContext) async throws -> [LoadedChecklist] {
        guard let checklist else { return [] }
        return try await scope.loader(context).load([checklist])
    }

    private static func line(
        _ stored: StoredEntry, _ format: Format, _ zone: Zone, _ scopes: [Scope],
        _ corrected: ReadLog.CorrectedTime?, _ uncounted: ReadLog.Uncounted?
    ) throws -> String {
        switch format {
        case .text:
            return InertText.lines(
                EntryLine.text(
                    stored.entry, zone, beside: scopes, corrected: corrected, uncounted: uncounted))
        case .json:
            return InertText.json(
                try EntryLine.json(stored, corrected: corrected, uncounted: uncounted))
        case .jsonl: return String(decoding: stored.bytes, as: UTF8.self)
        }
    }
}
