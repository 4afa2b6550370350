import ArgumentParser
import Characters
import ChecklistDecoding
import Checks
import Operations
import Reporting
import Rollout

/// `readiness trust`: remembers that the commands of a checklist may be run.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Allow the commands of a checklist to run, as its text stands now.",
        discussion: """
            Shows the commands of the checklist and remembers for your account, in \
            ~/.local/state/readiness/trusted (or below $XDG_STATE_HOME), its text, its folder, \
            everything that it executes, and what the programs hold that it names by a relative path. \
            When one of these changes the trust ends, and `run` says which. Without trust, steps with \
            a command are unknown. \
            In a pipeline use `readiness run --allow-commands` instead.
            """)

    @Argument(
        help: ArgumentHelp("The checklists to trust.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklists: [String] = []

    @Flag(help: "Take the trust away.")
    var revoke = false

    @Flag(help: "Show what is trusted.")
    var list = false

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if list != checklists.isEmpty || (list && revoke) {
            throw ValidationError("Name the checklists to trust, or use --list alone.")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let trust = TrustChecklists(context)
        if list {
            return try Terminal.write(trust.list().map { Self.line($0) + "\n" }.joined())
        }
        if revoke {
            return try Terminal.write(
                trust.revoke(checklists).map {
                    "no longer trusted: \(VisibleText.line($0.path)) (\($0.digest))\n"
                }.joined())
        }
        let loaded = try await scope.loader(context).load(checklists)
        // Shown before it is trusted: nobody trusts what could not be shown.
        try Terminal.write(loaded.map(Self.executions).joined())
        let wanting = loaded.filter(\.mayNeedTrust)
        guard !wanting.isEmpty else { return }
        let trusted = try trust.grant(wanting)
        try Terminal.write(
            zip(wanting, trusted).map {
                "trusted: \(Self.name($0)) (\($1.digest))\n"
                    + Self.binding($1, runs: !$0.executions.isEmpty)
                    + Self.unbound($0.unboundPrograms(in: $1.folder))
            }.joined())
    }

    /// `DIGEST  PATH (SCOPE) in FOLDER, since INSTANT`.
    private static func line(_ trusted: TrustedChecklist) -> String {
        let values = trusted.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let scope = (trusted.target.map { [$0] } ?? []) + values
        let words = scope.isEmpty ? "" : " (\(scope.joined(separator: ", ")))"
        return VisibleText.line(
            "\(trusted.digest)  \(trusted.path)\(words) in \(trusted.folder), "
                + "since \(LocalTime.text(trusted.trustedAt, in: .utc))")
    }

    /// What ends the trust when it changes.
    private static func binding(_ trusted: TrustedChecklist, runs: Bool) -> String {
        let programs = trusted.programs.filter { $0.value != nil }.keys.sorted()
        let held = programs.isEmpty ? [] : ["what \(Prose.list(programs, "and")) holds now"]
        let commands = runs ? ["these commands"] : []
        let what = ["this text"] + commands + ["the folder \(trusted.folder)"] + held
        let limit = runs ? "; not to what those programs read or start" : ""
        return VisibleText.line("  It is tied to \(Prose.list(what, "and"))\(limit).") + "\n"
    }

    /// What it is not tied to, because only what runs it can tell what it is.
    private static func unbound(_ names: [String]) -> String {
        guard !names.isEmpty else { return "" }
        return VisibleText.line(
            "  The text names programs that trust cannot bind, whatever they hold: "
                + "\(Prose.list(names.map(Prose.quoted), "and")).") + "\n"
    }

    /// What is being trusted, in full.
    private static func executions(of loaded: LoadedChecklist) -> String {
        let executions = loaded.executions
        guard !executions.isEmpty else {
            return loaded.mayNeedTrust
                ? "\(name(loaded)) runs no commands, but reads the content of files, which may lie outside its "
                    + "folder.\n"
                : "\(name(loaded)) runs no commands and reads the content of no file: there is nothing to "
                    + "trust.\n"
        }
        return executions.map { step, execution in
            let lines = shellWords(execution).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map { VisibleText.line(String($0)) }
            return "  \(step): " + lines.joined(separator: "\n      ") + "\n"
        }.joined()
    }

    private static func name(_ loaded: LoadedChecklist) -> String {
        VisibleText.line(loaded.source.description) + (loaded.target.map { " for \($0)" } ?? "")
    }

    /// The command as a shell reads it, with what it gets beside its arguments.
    private static func shellWords(_ execution: Execution) -> String {
        let variables = execution.environment.sorted { $0.key < $1.key }.map {
            "\($0.key)=\($0.value)"
        }
        let folder =
            execution.directory == "."
            ? "" : "cd \(ShellWord.quoted(execution.directory)) && "
        return folder
            + ShellWord.line((variables.isEmpty ? [] : ["env"] + variables) + execution.argv)
    }
}
