import ArgumentParser
import Attestation
import LedgerStorage
import Operations

/// `readiness witness`: says of somebody else's log that it only grew.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Sign somebody else's checkpoint, after it is shown that their log only grew.",
        discussion: """
            Without a witness, who keeps a ledger could show each reader another one. A witness keeps \
            the last checkpoint of the log that it signed, and signs one that follows from it.

              readiness witness --start witness.example.com/w1 --key w1.pem     once, makes the key
              readiness witness checkpoint.txt --log KEY --key w1.pem --state seen.txt --proof proof.txt

            Prints the signature line, which `readiness checkpoint --cosignature` takes.
            """)

    @Argument(help: ArgumentHelp("A file with the signed checkpoint.", valueName: "checkpoint"))
    var checkpoint: String?

    @Option(
        help: ArgumentHelp(
            "The public key of the log, as its owner made it known.", valueName: "key"),
        transform: NoteKeyArgument.read)
    var log: NoteKey?

    @Option(help: ArgumentHelp("The private key of the witness.", valueName: "file"))
    var key: String

    @Option(
        help: ArgumentHelp(
            "The file that the last signed checkpoint of this log is kept in.", valueName: "file"))
    var state: String?

    @Option(
        help: ArgumentHelp("A file with a proof: readiness checkpoint --since.", valueName: "file"))
    var proof: String?

    @Option(help: ArgumentHelp("A folder with the tiles of the log.", valueName: "folder"))
    var tiles: String?

    @Option(help: ArgumentHelp("A copy of the ledger.", valueName: "path"))
    var copy: String?

    @Option(
        help: ArgumentHelp(
            "Make a witness key of this name in --key; prints the public key.", valueName: "name"))
    var start: String?

    func validate() throws {
        let isSigning = checkpoint != nil && log != nil && state != nil
        let others =
            [checkpoint != nil, log != nil, state != nil].contains(true) || !evidence.isEmpty
        guard start == nil ? isSigning : !others else {
            throw ValidationError(
                "Name the checkpoint, --log and --state, or use --start with --key alone.")
        }
        guard evidence.count < 2 else {
            throw ValidationError("Use one of --proof, --tiles and --copy.")
        }
    }

    private var evidence: [WitnessCheckpoint.Evidence] {
        [
            proof.map { .proof(path: $0) }, tiles.map { .tiles(folder: $0) },
            copy.map { .ledger(LedgerLocation(path: $0, origin: .named(mayBeNew: false))) },
        ].compactMap { $0 }
    }

    func run() async throws {
        if let start {
            return try Terminal.write("\(WitnessCheckpoint.makeKey(key, name: start))\n")
        }
        guard let checkpoint, let log, let state else { return }
        let witness = WitnessCheckpoint(of: log, keyPath: key, statePath: state)
        let signature = try await witness(
            checkpoint, evidence.first ?? .none, at: Machine.now())
        try Terminal.write(Array("\(signature.line)\n".utf8))
    }
}
