import ArgumentParser
import CanonicalJSON
import ChecklistDecoding
import Checks
import LocatedYAML
import Operations
import Reporting
import Rollout

/// `readiness observe`: tries one check without a checklist.
struct ObserveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe",
        abstract: "Try a single check without a checklist, and show what it sees.",
        discussion: """
            The check is what would stand under "check:" of a step, such as \
            'dns: {name: example.org}'. Relative paths count from the working folder. Nothing is \
            recorded. Exits with 0 where the check is met, 1 where it is not or could not be carried \
            out, 65 where it has a mistake, 130 where it was interrupted.
            """)

    @Argument(
        help: ArgumentHelp(
            "The check in YAML, or - for one on standard input.", valueName: "check"))
    var check: String

    @Flag(help: "Run a command, or read a file elsewhere, although nothing is trusted here.")
    var allowCommands = false

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @Flag(
        name: .customLong("as-yaml"),
        help: "Print a step to paste that expects what was just seen.")
    var asYAML = false

    func validate() throws {
        if asYAML, format == .json {
            throw ValidationError("--as-yaml and --format json exclude each other.")
        }
    }

    func run() async throws {
        let isInput = check == "-"
        let bytes = isInput ? try StandardInput.bytes(limit: 1 << 20) : Array(argument.utf8)
        let name = isInput ? "standard input" : "check"
        try Self.requireOne(in: bytes, name)
        let (single, mistakes) = SingleCheck.read(bytes, name: name)
        for mistake in mistakes { Terminal.note(DiagnosticText.render(mistake)) }
        guard let single else { throw ExitStatus.invalidInput }
        let context = Machine.context(ledger: nil)
        let environment = CheckEnvironment(
            folder: context.folder, timeout: SingleCheck.timeout,
            commands: allowCommands ? .granted : .refused, variables: context.variables,
            clock: context.clock)
        let (outcome, seen, isInterrupted) = try await Interruption.run { [asYAML] in
            let look: (outcome: CheckOutcome, seen: Sighting?) =
                asYAML
                ? await single.check.look(in: environment)
                : (await single.check.carryOut(in: environment), nil)
            return (look.outcome, look.seen, Task.isCancelled)
        }
        let text = ObservationText(definition: single.check.definition, outcome: outcome)
        if asYAML {
            let step = SeenStep(single, seen)
            try Terminal.write(step.text)
            for note in step.notes { Terminal.note(note) }
            if let doubt = step.doubt {
                Terminal.note("This step would not be met by what was just seen: \(doubt)")
            }
        } else {
            switch format {
            case .text: try Terminal.write(text.lines.joined(separator: "\n") + "\n")
            case .json: try Terminal.write(json: Array((text.json.prettyText + "\n").utf8))
            }
        }
        guard outcome.outcome != .met else { return }
        throw isInterrupted ? ExitStatus.interrupted : .noGo
    }

    /// The check as it was written: before a list stands a blank here, so that it is no option.
    private var argument: String {
        // A line may end with CR LF, which is one character.
        let isList = check.unicodeScalars.contains("\n- ".unicodeScalars)
        return check.hasPrefix(" - ") && isList ? String(check.dropFirst()) : check
    }

    private static func requireOne(in bytes: [UInt8], _ name: String) throws {
        guard case .success(let document) = YAMLReader.read(SourceText(path: name, bytes: bytes))
        else { return }
        let count = document.root.items.count
        guard count > 1 else { return }
        Terminal.complain("This is a list of \(count) checks: observe takes one check at a time.")
        throw ExitStatus.invalidInput
    }
}
