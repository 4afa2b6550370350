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

    @Option(
        help: ArgumentHelp(
            """
            A page where people sign with passkeys, such as https://ledger.example.com. May be \
            repeated; the first one is for new passkeys. Default: as before. What was signed on a page \
            that is left out counts no more.
            """, valueName: "address"))
    var origin: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Add the passkey with this fingerprint, which `readiness enrol` shows and its owner has \
            read out, to the list and to the file. May be repeated.
            """, valueName: "fingerprint"))
    var confirm: [String] = []

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var signing: SigningOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if !update, owner != nil { throw ValidationError("--owner goes with --update.") }
        if !update, !origin.isEmpty || !confirm.isEmpty {
            throw ValidationError("--origin and --confirm go with --update.")
        }
        if let wrong = origin.first(where: { PageOrigin($0) == nil }) {
            throw ValidationError(
                "--origin takes https://HOST without a path, or http://localhost:PORT, not \"\(wrong)\"."
            )
        }
        if let owner, Principal(written: owner) == nil {
            throw ValidationError("--owner takes a name without blanks and hidden characters.")
        }
        if signing.onBehalfOf != nil {
            throw ValidationError("The owner of the ledger has no deputy.")
        }
    }

    func run() async throws {
        let context = recording.context
        let files = context.signerFiles(allowed: allowed, revoked: revoked)
        guard update else { return try await show(context, files) }
        let new = context.newLedgers(for: ["checklist"])
        defer { RecordingOptions.noteStarted(new, context) }
        let location = context.location(for: nil)
        var lines: [String] = []
        for key in confirm {
            lines.append(try await ConfirmPasskey(KeyFingerprint(key)).line(in: location))
        }
        let record = try RecordSigners(
            allowed: files.allowed, revoked: files.revoked,
            owner: owner.flatMap { Principal(written: $0) },
            origins: origin.isEmpty ? nil : origin.compactMap { PageOrigin($0) }, adding: lines,
            signing: signing.method)
        let entry = try await record(
            by: principal.principal(), in: location, at: context.clock()
        ) { change in
            for line in Self.lines(change) { Terminal.note(VisibleText.line(line)) }
        }
        if !lines.isEmpty { try record.writeText(to: files.allowed) }
        try Terminal.write(
            "recorded: the list of signers \(entry.statement.checklist) by "
                + "\(entry.statement.principal) (entry \(entry.sequence), \(entry.digest.short))\n")
    }

    private static func lines(_ change: RecordSigners.Change) -> [String] {
        ["The owner of the ledger is \(change.owner)."]
            + change.origins.map { "People sign with passkeys on \($0.text)." }
            + change.added.map { "+ \($0)" }
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
        for origin in current.record.origins { text += "  page: \(origin.text)\n" }
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
