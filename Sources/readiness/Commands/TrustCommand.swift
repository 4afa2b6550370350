import ArgumentParser
import ChecklistDecoding
import Checks
import Foundation
import Reporting
import Rollout

/// `readiness trust`: remembers that the commands of a checklist may be run.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Allow the commands of a checklist to run, as its text stands now.",
        discussion: """
            Shows the commands of the checklist and remembers the digest of its text for your account. \
            Any edit of the text ends the trust. Without it, steps with a command are unknown. \
            In a pipeline use `readiness run --allow-commands` instead.
            """)

    @Argument(help: ArgumentHelp("The checklists to trust.", valueName: "checklist"))
    var checklists: [String] = []

    @Flag(help: "Take the trust away.")
    var revoke = false

    @Flag(help: "Show what is trusted.")
    var list = false

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if list != checklists.isEmpty || (list && revoke) {
            throw ValidationError("Name the checklists to trust, or use --list alone.")
        }
    }

    func run() async throws {
        if list {
            let lines = try TrustStore.own.entries().map {
                "\($0.digest)  \(VisibleText.line($0.path))\n"
            }
            return try Terminal.write(lines.joined())
        }
        var loaded: [LoadedChecklist] = []
        for name in checklists {
            loaded.append(
                try await ChecklistLoading.load(name, parameters: parameters, ledger: ledger))
        }
        // Shown before it is trusted: nobody trusts what could not be shown.
        if !revoke { try Terminal.write(loaded.map(Self.commands).joined()) }
        let digests = Set(loaded.map(\.checklist.digest))
        try TrustStore.own.change { entries in
            entries.removeAll { digests.contains($0.digest) }
            guard !revoke else { return }
            entries += loaded.map {
                TrustStore.Entry(digest: $0.checklist.digest, path: Self.wholePath(of: $0))
            }
        }
        let words = revoke ? "no longer trusted" : "trusted"
        try Terminal.write(
            loaded.map {
                "\(words): \(VisibleText.line($0.path)) (\($0.checklist.digest))\n"
            }.joined())
    }

    /// The path from the root; of a text out of the ledger its digest.
    private static func wholePath(of loaded: LoadedChecklist) -> String {
        loaded.path.hasPrefix("sha256:")
            ? loaded.path : URL(fileURLWithPath: loaded.path).standardizedFileURL.path
    }

    /// The commands that are being trusted, in full.
    private static func commands(of loaded: LoadedChecklist) -> String {
        let commands = loaded.commands
        guard !commands.isEmpty else {
            return "\(VisibleText.line(loaded.path)) runs no commands.\n"
        }
        return commands.map { step, check in
            let lines = words(check).split(separator: "\n", omittingEmptySubsequences: false)
            return "  \(step): " + lines.joined(separator: "\n      ") + "\n"
        }.joined()
    }

    /// The command as a shell reads it, with what it gets beside its arguments.
    private static func words(_ check: any Check) -> String {
        guard let command = check as? CommandCheck else {
            return VisibleText.line(check.definition.subject)
        }
        let variables = command.environment.sorted { $0.key < $1.key }.map {
            "\($0.key)=\($0.value)"
        }
        let place =
            command.directory == "." ? "" : "cd \(ShellWord.quoted(command.directory)) && "
        return place + ShellWord.line((variables.isEmpty ? [] : ["env"] + variables) + command.argv)
    }
}
