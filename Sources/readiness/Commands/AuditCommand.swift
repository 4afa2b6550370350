import ArgumentParser
import CanonicalJSON
import Files
import LedgerStorage
import Operations
import Reporting
import Rollout

/// `readiness audit`: proves that a ledger is whole and as it was recorded.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Prove that the ledger is whole and as it was recorded.",
        discussion: """
            Reads the whole ledger once: each entry, the order, the tree of hashes, the tables that \
            find entries, the ledger that each decision was made on, the files that are kept beside it, \
            each signature by the list of signers of its time, and each statement by the rules of the \
            text that it was made on, and what the ledger's log signed last, beside the ledger and \
            beside the log's key. Exits with 0 where nothing is wrong, with 74 where something is.
            """)

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp(
            """
            An old report in Markdown, or a checkpoint: the ledger must extend the one that it was \
            made from, and the report must be what its own command renders.
            """, valueName: "file"))
    var since: String?

    @OptionGroup var logKey: LogKeyOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let location = context.location(for: nil)
        guard Folder.holdsSomething(at: location.path) else {
            Terminal.complain("There is no ledger at \(location): nothing can be audited.")
            throw ExitStatus.fileTrouble
        }
        let progress = AuditProgress()
        let outcome: AuditLedger.Outcome
        do {
            defer { progress.finish() }
            outcome = try await AuditLedger(context, key: logKey.place, since: since)(
                progress: progress.advance)
        }
        await LedgerNotes.write(location, context)
        switch format {
        case .text: try Terminal.write(Self.text(outcome, location))
        case .json: try Terminal.write(Self.json(outcome, location).prettyText + "\n")
        }
        if !outcome.findings.isEmpty { throw ExitStatus.fileTrouble }
    }

    private static func text(
        _ outcome: AuditLedger.Outcome, _ location: LedgerLocation
    ) -> String {
        let size = outcome.extent.size
        let head =
            "\(location): \(size == 1 ? "1 entry" : "\(size) entries"), root \(outcome.extent.root)\n"
            + "Signatures verified: \(outcome.signatures).\n" + browsers(outcome)
            + checkpoints(outcome)
            + (outcome.since.map { Self.since($0, outcome) } ?? "")
        guard !outcome.findings.isEmpty else {
            return head
                + (location.format == .jsonLines
                    ? "Nothing contradicts itself; compare the root with that of the ledger.\n"
                    : "Everything is as it was recorded.\n")
        }
        return head
            + outcome.findings.map { finding in
                let subject = finding.entry.map { "entry \($0)" } ?? "the ledger"
                return "\(subject) [\(finding.rule.code)]: \(finding.words)\n"
                    + "  Rule: \(finding.rule.sentence)\n  \(finding.rule.consequence)\n"
            }.joined()
    }

    /// Where people signed in a browser, with what nobody can know of that.
    private static func browsers(_ outcome: AuditLedger.Outcome) -> String {
        outcome.browsers.sorted { $0.key < $1.key }.map { page, count in
            "\(count) of them \(count == 1 ? "was" : "were") made in the browser at \(page), by somebody "
                + "whom the device had asked for a PIN, a finger or a face; what the page showed is "
                + "known from whoever runs it.\n"
        }.joined()
    }

    /// Which checkpoints of its log the ledger begins with, and that none was looked at.
    private static func checkpoints(_ outcome: AuditLedger.Outcome) -> String {
        let verified = outcome.checkpoints.verified
        let lines = verified.map { checkpoint in
            let entries = Prose.count(checkpoint.extent.size, "entry", "entries")
            return "It begins with what its log signed: \(entries) (\(checkpoint.path)).\n"
        }
        let isContradicted = outcome.findings.contains {
            switch $0.rule {
            case .ledger, .checkpoint: true
            case .content, .signature, .rules, .since: false
            }
        }
        if isContradicted { return lines.joined() }
        guard outcome.checkpoints.hasLog else {
            return "No checkpoint was verified: the ledger has no log.\n"
        }
        if verified.contains(where: \.isOfKey) { return lines.joined() }
        let none =
            verified.isEmpty
            ? "No checkpoint was verified: none lies beside the ledger, or beside the log's key"
            : "No checkpoint was verified that lies beside the log's key"
        return lines.joined()
            + "\(none) (--log-key names it); an old copy of the ledger would pass.\n"
    }

    /// What an old report or checkpoint came to, where nothing contradicts it.
    private static func since(_ earlier: EarlierLedger, _ outcome: AuditLedger.Outcome) -> String {
        guard !outcome.findings.contains(where: { $0.rule == .since }) else { return "" }
        let rendered = earlier.isReport ? ", and rendering it again gives its bytes" : ""
        return
            "It extends the \(earlier.extent.size) entries behind \(earlier.path)\(rendered).\n"
    }

    private static func json(
        _ outcome: AuditLedger.Outcome, _ location: LedgerLocation
    ) -> JSONValue {
        [
            "ledger": [
                "path": .string(location.path), "size": .integer(Int64(outcome.extent.size)),
                "root": .string(outcome.extent.root.description),
            ],
            "signatures": .integer(Int64(outcome.signatures)),
            "browsers": .object(outcome.browsers.mapValues { .integer(Int64($0)) }),
            "checkpoints": .array(
                outcome.checkpoints.verified.map { checkpoint in
                    [
                        "path": .string(checkpoint.path),
                        "size": .integer(Int64(checkpoint.extent.size)),
                        "root": .string(checkpoint.extent.root.description),
                        "besideKey": .boolean(checkpoint.isOfKey),
                    ]
                }),
            "since": outcome.since.map { earlier in
                [
                    "path": .string(earlier.path), "size": .integer(Int64(earlier.extent.size)),
                    "root": .string(earlier.extent.root.description),
                ]
            } ?? .null,
            "findings": .array(
                outcome.findings.map { finding in
                    [
                        "entry": finding.entry.map { .integer(Int64($0)) } ?? .null,
                        "rule": .string(finding.rule.code), "detail": .string(finding.words),
                        "consequence": .string(finding.rule.consequence),
                    ]
                }),
        ]
    }
}
