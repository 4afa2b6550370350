import ArgumentParser
import Attestation
import Characters
import Files
import LedgerStorage
import Operations
import Reporting
import Rollout

/// `readiness signers`: shows or records whose keys count.
struct SignersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signers",
        abstract: "Show whose keys count, or record a newer list of them.",
        discussion: """
            What counts is the list on record, and not the file: a report of the past stays the same \
            when keys change. The first list is recorded by whoever owns the ledger from then on; each \
            later one by the owner, signed with a key of the list before it.
            """)

    @Flag(help: "Record the list of the file.")
    var update = false

    @Option(
        help: ArgumentHelp(
            """
            The list, as ssh-keygen takes it. Default: allowed_signers in the folder that holds \
            checklists.
            """, valueName: "file"))
    var allowed: String?

    @Option(
        help: ArgumentHelp(
            """
            Keys that count no more, a line each. Default: revoked_keys beside the list, where there \
            is one.
            """, valueName: "file"))
    var revoked: String?

    @Option(
        help: ArgumentHelp(
            "Who records the next list. Default: as before; for the first list, you.",
            valueName: "principal"))
    var owner: String?

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var signing: SigningOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if !update, owner != nil { throw ValidationError("--owner goes with --update.") }
        if let owner, Principal(written: owner) == nil {
            throw ValidationError("--owner takes a name without blanks and hidden characters.")
        }
        if signing.member != nil {
            throw ValidationError("The owner of the ledger has no deputy.")
        }
    }

    func run() async throws {
        let context = recording.context
        let files = context.signerFiles(allowed: allowed, revoked: revoked)
        guard update else { return try await show(context, files) }
        let new = context.newLedgers(for: ["checklist"])
        defer { RecordingOptions.noteStarted(new, context) }
        let record = try RecordSigners(
            allowed: files.allowed, revoked: files.revoked,
            owner: owner.flatMap { Principal(written: $0) }, signing: signing.method)
        let entry = try await record(
            by: principal.principal(), in: context.location(for: nil), at: context.clock()
        ) { change in
            for line in Self.lines(change) { Terminal.note(VisibleText.line(line)) }
        }
        try Terminal.write(
            "recorded: the list of signers \(entry.statement.checklist) by "
                + "\(entry.statement.principal) (entry \(entry.sequence), \(entry.digest.short))\n")
    }

    private static func lines(_ change: RecordSigners.Change) -> [String] {
        ["The owner of the ledger is \(change.owner)."] + change.added.map { "+ \($0)" }
            + change.removed.map { "- \($0)" } + change.newlyRevoked.map { "revoked: \($0)" }
            + change.noLongerRevoked.map { "no longer revoked: \($0)" }
    }

    private func show(_ context: OperationContext, _ files: SignerFiles) async throws {
        let history = try await ReadSigners.read(context.location(for: nil))
        guard let current = history.current else {
            return try Terminal.write(
                "No list of signers is on record; `readiness signers --update` records one.\n")
        }
        var text =
            "The list of signers \(current.entry.statement.checklist) is on record since "
            + "\(current.entry.recordedAt.rfc3339) (entry \(current.entry.sequence)); the owner of "
            + "the ledger is \(current.record.owner).\n"
        for line in current.text.split(separator: "\n") {
            text += VisibleText.line("  \(line)") + "\n"
        }
        for line in current.record.revoked.split(separator: "\n") {
            text += VisibleText.line("  revoked: \(line)") + "\n"
        }
        for list in history.lists {
            guard let fault = list.fault else { continue }
            text +=
                "The list of entry \(list.entry.sequence) does not count. "
                + "\(SignersWording.sentence(fault))\n"
        }
        try Terminal.write(text)
        if let difference = files.difference(from: current) { Terminal.note(difference) }
    }
}
