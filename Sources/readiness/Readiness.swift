import ArgumentParser
import LedgerStorage

/// The command line of Readiness.
@main
struct Readiness: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readiness",
        abstract: "Find out whether a rollout is ready, and prove it.",
        discussion: """
            A checklist in YAML says what each role must prepare and by when. Readiness carries out \
            its checks, records sign-offs in a ledger that only grows, and judges both: GO, \
            CONDITIONAL or NO-GO for each phase of the rollout. What it does not know is never ready.

            A first rollout:
              readiness lint   checklists/mine.yaml
              readiness run    checklists/mine.yaml
              readiness sign   checklists/mine.yaml STEP --note "what was done"
              readiness status checklists/mine.yaml
              readiness report checklists/mine.yaml --output reports

            Exit status:
              0   GO, or success
              1   NO-GO, or a check that is not met
              2   CONDITIONAL
              64  the command line is wrong
              65  the checklist or another input is invalid
              69  a service is unavailable
              70  a fault of this program
              74  trouble with the ledger or a file
              130 interrupted; what was observed before is recorded
            """,
        version: ToolVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Checklists:",
                subcommands: [LintCommand.self, SchemaCommand.self, TrustCommand.self]),
            CommandGroup(
                name: "Evidence:",
                subcommands: [
                    RunCommand.self, SignCommand.self, WaiveCommand.self, DecideCommand.self,
                    LogCommand.self,
                ]),
            CommandGroup(
                name: "Verdicts:",
                subcommands: [StatusCommand.self, ReportCommand.self, GateCommand.self]),
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            Terminal.complain(failure.message)
            ExitStatus.leave(failure.status)
        } catch let error as LedgerError {
            Terminal.complain(error.description)
            ExitStatus.leave(error.exitStatus)
        } catch let status as ExitStatus {
            ExitStatus.leave(status)
        } catch {
            exit(withError: error)
        }
    }
}

/// The version of this program.
enum ToolVersion {
    static let current = "1.0.0"
    /// As records name it.
    static let name = "readiness \(current)"
}
