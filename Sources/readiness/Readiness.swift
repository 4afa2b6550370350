import ArgumentParser
import Foundation
import LedgerStorage
import Operations
import Reporting

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
              readiness init   .
              readiness lint   checklists/mine.yaml
              readiness run    checklists/mine.yaml
              readiness sign   checklists/mine.yaml STEP --note "what was done"
              readiness status checklists/mine.yaml
              readiness report checklists/mine.yaml --output reports

            Exit status:
              0   GO, or success
              1   NO-GO, or a check that is not met
              2   CONDITIONAL
              10  import: the posts say what they said before
              11  import: a post says something else than before
              12  import: a change was cancelled by its publisher
              64  the command line is wrong
              65  the checklist or another input is invalid, or has nothing to check
              69  another program kept the ledger locked for too long, or a server did not answer
              70  a fault of this program
              74  trouble with the ledger or a file
              130 interrupted; what was observed before is recorded
              141 whoever read the result went away, such as `head -1`
            """,
        version: ToolVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Checklist",
                subcommands: [
                    InitCommand.self, ImportCommand.self, TriageCommand.self, LintCommand.self,
                    DiffCommand.self, UseCommand.self, SchemaCommand.self, TrustCommand.self,
                    ChecksCommand.self,
                    ObserveCommand.self,
                ]),
            CommandGroup(
                name: "Evidence",
                subcommands: [
                    RunCommand.self, RequestCommand.self, SignCommand.self, WalkCommand.self,
                    WaiveCommand.self, PollCommand.self, DecideCommand.self, ApproveCommand.self,
                    SignersCommand.self, EnrolCommand.self, OutboxCommand.self,
                    CorrectCommand.self, LogCommand.self, AuditCommand.self,
                ]),
            CommandGroup(
                name: "Log",
                subcommands: [
                    CheckpointCommand.self, ReceiptCommand.self, WitnessCommand.self,
                    ExportCommand.self, VerifyCommand.self,
                ]),
            CommandGroup(
                name: "Verdict",
                subcommands: [
                    StatusCommand.self, DueCommand.self, ReportCommand.self, DigestCommand.self,
                    NotifyCommand.self, GateCommand.self,
                ]),
        ])

    /// Carries out the command line and exits with what it came to.
    static func main() async {
        StandardStreams.prepare()
        do {
            // A variable that is empty by mistake must not make a pipeline pass.
            guard CommandLine.arguments.count > 1 else {
                Terminal.note(helpMessage())
                throw ExitStatus.usage
            }
            var command = try parseAsRoot(try WrittenArguments.whole(CommandLine.arguments))
            HeapMemory.keep()
            // Relative paths would count from the root, and nothing be found there.
            guard !FileManager.default.currentDirectoryPath.isEmpty else {
                Terminal.complain("The working folder is gone. Change into one that is there.")
                throw ExitStatus.fileTrouble
            }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(ending(error))
        }
    }

    /// Tells what ended the command, and the status that it exits with.
    private static func ending(_ error: any Error) -> ExitStatus {
        switch error {
        case let status as ExitStatus: return status
        case let written as StatementWritten:
            Terminal.note(
                "Nothing is recorded yet. Sign \(written.path) where the key is:\n  "
                    + "\(ShellWord.line(written.command))\n"
                    + "and give this command again with --signature \(written.path).sig in place "
                    + "of --statement-out.")
            return .success
        case let failure as OperationFailure:
            Terminal.complain(failure.description)
            return failure.exitStatus
        case let error as LedgerError:
            Terminal.complain(error.description)
            return error.exitStatus
        case let error as ContentError:
            Terminal.complain(error.description)
            return .fileTrouble
        case let run as UnfinishedRun:
            Terminal.complain(run.description)
            return run.error.exitStatus
        case let error as UnwrittenResult where error.isClosedPipe: return .readerGone
        case let error as UnwrittenResult:
            Terminal.complain(error.description)
            return .fileTrouble
        default: return parserEnding(error)
        }
    }

    /// The same for help texts, mistakes in the command line and what nobody foresaw.
    private static func parserEnding(_ error: any Error) -> ExitStatus {
        let words = Array(CommandLine.arguments.dropFirst())
        switch exitCode(for: error) {
        case .success:
            if let mistake = UsageMistake.helpText(in: words) {
                Terminal.note(mistake)
                return .usage
            }
            do {
                // As it is: a script for a shell must reach it unchanged.
                let text = CompletionScript.text("\(fullMessage(for: error))\n", for: words)
                try Terminal.write(Array(text.utf8))
                return .success
            } catch { return ending(error) }
        case .validationFailure:
            Terminal.note(
                UsageMistake.text(of: error, in: words))
            return .usage
        default:
            Terminal.complain(
                "This is a fault of readiness and not of its input: \(error). Please report it.")
            return .ownFault
        }
    }
}
