import ArgumentParser
import Checks
import LedgerStorage
import Operations
import Reporting
import Rollout

/// `readiness notify`: tells a channel where rollouts stand.
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Post where rollouts stand to a webhook, as a card for Microsoft Teams.",
        discussion: """
            One message for each rollout, judged as `readiness report` judges. The address is a secret: \
            whoever knows it may write to the channel. It comes from an environment variable or a file, \
            and no message shows more of it than its host.
              readiness notify checklists --webhook-env TEAMS_WEBHOOK --if-changed .readiness/told.json

            What is busy or unwell (429, 5xx, no connection) is tried again within --within, a refusal is \
            not. Exit status: 0 every message was taken, 65 the receiver refuses, 69 it could not be \
            reached or was not shown to be the one that is meant; the verdict is in the message alone.
            """)

    /// What is posted.
    enum Message: String, ExpressibleByArgument, CaseIterable {
        case teams, json
    }

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests. Default: the folder checklists.",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklists: [String] = ["checklists"]

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the address of the webhook.", valueName: "name"))
    var webhookEnv: String?

    @Option(
        help: ArgumentHelp(
            "The file that holds the address of the webhook, on one line.", valueName: "path"),
        completion: .file())
    var webhookFile: String?

    @Option(
        help: ArgumentHelp(
            "What is posted: teams, or json for a receiver of your own.", valueName: "name"))
    var format = Message.teams

    @Option(
        help: ArgumentHelp(
            "Keep in this file what was told, and tell only what is another verdict or other open conditions.",
            valueName: "path"), completion: .file())
    var ifChanged: String?

    @Option(
        help: ArgumentHelp(
            "The authorities of the receiver's certificate, as PEM. Default: the system's.",
            valueName: "path"), completion: .file())
    var caFile: String?

    @Option(
        help: ArgumentHelp(
            "How long one message may take with all further attempts, at most 1h.",
            valueName: "duration"))
    var within = "2m"

    @Flag(help: "Print what would be posted, and post nothing.")
    var dryRun = false

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    /// What Teams takes in one message.
    private static let mostBytesOfTeams = 28 << 10

    func validate() throws {
        if webhookEnv != nil, webhookFile != nil {
            throw ValidationError("Give --webhook-env or --webhook-file, not both.")
        }
        if !dryRun, webhookEnv == nil, webhookFile == nil {
            throw ValidationError(
                "Say where the address of the webhook is kept, with --webhook-env or --webhook-file."
            )
        }
        if ifChanged?.isEmpty ?? false { throw ValidationError("--if-changed takes a path.") }
        guard let within = Duration(language: within),
            (Duration.seconds(1)...Duration.seconds(3600)).contains(within)
        else { throw ValidationError("--within takes 1s to 1h, not \"\(within)\".") }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let post = try poster(context)
        var told = try ifChanged.map { path throws(OperationFailure) in
            try NotifiedState(at: path)
        }
        // With a ledger that was misspelled all would be pending, and that is not known.
        if let missing = context.missingLedger { throw LedgerError(missing, .absent) }
        let loaded = try await scope.loader(context).load(ChecklistNames.expand(checklists))
        let judging = try await JudgedReports(loaded, at: .now, context)
        // A message must not look whole where a ledger could not be read.
        try judging.requireAll(isQuiet: true)
        var sent = 0
        for report in judging.reports {
            let assessment = report.assessment
            let name =
                assessment.checklist.id + (assessment.checklist.target.map { " (\($0.id))" } ?? "")
            guard told?.isNews(assessment) ?? true else {
                Terminal.note("\(name): nothing new since it was told.")
                continue
            }
            let message = message(report)
            guard let post else {
                try Terminal.write(json: message)
                continue
            }
            do {
                try await post(message)
            } catch {
                if sent > 0 {
                    Terminal.note("\(Prose.count(sent, "message")) went out before.")
                }
                throw error
            }
            sent += 1
            try told?.keep(assessment)
            try Terminal.write("\(name): \(assessment.verdict.rawValue), posted\n")
        }
        try judging.requireAll()
    }

    /// What posts messages; nil for a dry run.
    private func poster(
        _ context: OperationContext
    ) throws -> (([UInt8]) async throws(OperationFailure) -> Void)? {
        let place = webhookEnv.map { Secret.variable($0) } ?? webhookFile.map { Secret.file($0) }
        guard let place else { return nil }
        let webhook = try Webhook(place, context)
        if dryRun {
            Terminal.note("It would be posted to \(webhook.host).")
            return nil
        }
        var limits = TransferLimits()
        limits.whole = Duration(language: within) ?? limits.whole
        let mostBytes = format == .teams ? Self.mostBytesOfTeams : nil
        let post = PostToWebhook(
            to: webhook, authorities: caFile, mostBytes: mostBytes, limits: limits, context)
        return { message throws(OperationFailure) in try await post(message) }
    }

    private func message(_ report: ReportInput) -> [UInt8] {
        switch format {
        case .teams: return TeamsFormat().stream([report])
        case .json: return JSONFormat().stream([report])
        }
    }
}
