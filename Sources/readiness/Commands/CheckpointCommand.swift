import ArgumentParser
import Attestation
import LedgerStorage
import Operations

/// `readiness checkpoint`: signs how much of the ledger there is.
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract:
            "Print the newest signed checkpoint of the ledger; sign where the log key is here.",
        discussion: """
            A checkpoint is the number of entries and the root over them, signed by the log key. What \
            was signed once is never signed otherwise: a ledger that does not begin with it is refused.

              readiness checkpoint --start ledger.example.com/2026    once, makes the key
              readiness checkpoint                                    signs and prints
              readiness checkpoint --since 120                        proves that it only grew
            """)

    @Option(
        help: ArgumentHelp(
            "Make a log key of this name, for a ledger that has none; prints the public key.",
            valueName: "name"))
    var start: String?

    @Option(
        help: ArgumentHelp(
            "Print the proof that the checkpoint follows from the first entries, so many.",
            valueName: "entries"))
    var since: Int?

    @Option(
        help: ArgumentHelp(
            "Keep the signature lines of a witness with the checkpoint; needs --witness.",
            valueName: "file"))
    var cosignature: String?

    @Option(
        help: ArgumentHelp("The public key of the witness.", valueName: "key"),
        transform: NoteKeyArgument.read)
    var witness: NoteKey?

    @OptionGroup var key: LogKeyOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (cosignature == nil) == (witness == nil) else {
            throw ValidationError("--cosignature and --witness go together.")
        }
        guard [start != nil, since != nil, cosignature != nil].count(where: { $0 }) < 2 else {
            throw ValidationError("Use one of --start, --since and --cosignature.")
        }
        if let since, since < 0 { throw ValidationError("--since takes a number of entries.") }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let location = context.location(for: nil)
        if let start {
            // A ledger that somebody else put there is refused, and one that is damaged too.
            _ = try await location.ledger().texts(matching: "00000000")
            let log = try MakeLogKey(location, key.place)(start)
            Terminal.note(
                "The private key is \(key.place.path(for: log.name)): keep a copy of it and of what "
                    + "lies beside it. The public key, for everybody who reads checkpoints:")
            return try Terminal.write("\(log)\n")
        }
        if let since {
            let proof = try await ProveConsistency(location, key.place)(since: since).proof
            return try Terminal.write(Array(proof.text(from: since).utf8))
        }
        if let cosignature, let witness {
            let kept = try await AcceptCosignature(location)(cosignature, of: witness)
            return try Terminal.write(kept.note.bytes)
        }
        let current = try await CurrentCheckpoint(location, key.place).required()
        try Terminal.write(current.note.bytes)
    }
}
