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
            out, 65 where it has a mistake.
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
        let bytes = isInput ? try StandardInput.bytes(limit: 1 << 20) : Array(check.utf8)
        let (single, mistakes) = SingleCheck.read(
            bytes, name: isInput ? "standard input" : "check")
        for mistake in mistakes { Terminal.note(DiagnosticText.render(mistake)) }
        guard let single else { throw ExitStatus.invalidInput }
        let context = Machine.context(ledger: nil)
        let environment = CheckEnvironment(
            folder: context.folder, timeout: SingleCheck.timeout,
            commands: allowCommands ? .granted : .refused, variables: context.variables,
            clock: context.clock)
        let (outcome, seen) = try await Interruption.run { [asYAML] in
            asYAML
                ? await single.check.look(in: environment)
                : (await single.check.carryOut(in: environment), nil)
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
        if outcome.outcome != .met { throw ExitStatus.noGo }
    }
}
