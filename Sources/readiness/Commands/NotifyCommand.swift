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

            Where a ledger is not there, or cannot be read, nothing is posted. \
            What is busy or unwell (429, 5xx, no connection) is tried again within --within, a refusal is \
            not; neither keeps other rollouts from being told, and the first failure makes the exit \
            status. Exit status: 0 every message was taken, 65 the receiver refuses, 69 it could not be \
            reached or was not shown to be the one that is meant; the verdict is in the message alone.
            """)

    /// What is posted.
    enum Message: String, ExpressibleByArgument, CaseIterable {
        case teams, json
    }

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests. Default: the folder checklists. \(ChecklistNames.folders)",
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
            "Keep in this file what was told, and tell only what is another verdict, or other open conditions or warnings.",
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
        // What was given is not repeated: it may be the address itself.
        if let webhookEnv, !Self.isVariable(webhookEnv) {
            throw ValidationError(
                "--webhook-env takes the name of a variable, not what it holds: letters, digits and "
                    + "_, and no digit in front.")
        }
        if let webhookFile, webhookFile.contains("://") {
            throw ValidationError("--webhook-file takes a path, not the address.")
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
        let loaded = try await scope.loader(context).load(ChecklistNames.expand(checklists))
        // Without its ledger, which may be misspelled, all would be pending, and that is not known.
        if let absent = context.absentLedger(of: loaded) { throw LedgerError(absent, .absent) }
        let judging = try await JudgedReports(loaded, at: .now, context)
        // A message must not look whole where a ledger could not be read.
        try judging.requireAll(isQuiet: true)
        var isStateWritable = false
        var failure: ExitStatus?
        for report in judging.reports {
            let assessment = report.assessment
            let name =
                assessment.checklist.id + (assessment.checklist.target.map { " (\($0.id))" } ?? "")
            guard told?.isNews(report) ?? true else {
                Terminal.note("\(name): nothing new since it was told.")
                continue
            }
            let message = message(report)
            guard let post else {
                try Terminal.write(json: message)
                continue
            }
            if !isStateWritable {
                // What could not be kept would be posted again by every later run.
                try told?.write()
                isStateWritable = true
            }
            do throws(OperationFailure) {
                try await post(message)
            } catch {
                // The other rollouts are told all the same, where their messages may fare better.
                Terminal.complain("\(name): \(error)")
                failure = failure ?? error.exitStatus
                if error.concernsEveryMessage { break }
                continue
            }
            try told?.keep(report)
            try Terminal.write("\(name): \(assessment.verdict.rawValue), posted\n")
        }
        try judging.requireAll()
        if let failure { throw failure }
    }

    private static func isVariable(_ name: String) -> Bool {
        let isFirstDigit = name.utf8.first.map { (48...57).contains($0) } ?? true
        return !isFirstDigit
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || $0 == UInt8(ascii: "_")
            }
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

extension OperationFailure {
    /// It is about the receiver, and would meet the next message as well.
    fileprivate var concernsEveryMessage: Bool {
        guard case .transfer(let failure) = self else { return false }
        switch failure.reason {
        case .secret, .address, .unanswered(.untrusted(_, _)): return true
        case .unanswered, .answer, .asksToWait, .messageTooLong, .unusable: return false
        }
    }
}
