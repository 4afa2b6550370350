import Characters
import ArgumentParser
import ChecklistDecoding
import Foundation
import Reporting
import Rollout

/// `readiness trust`: remembers that the commands of a checklist may be run.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Allow the commands of a checklist to run, as its text stands now.",
        discussion: """
            Shows the commands of the checklist and remembers for your account the digest of its text \
            with them, in ~/.local/state/readiness/trusted (or below $XDG_STATE_HOME). Any edit of the \
            text ends the trust, and so does a value of a parameter that changes a command. Without \
            trust, steps with a command are unknown. \
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
        if revoke { return try takeAway() }
        var loaded: [LoadedChecklist] = []
        for name in checklists {
            loaded.append(
                try await ChecklistLoading.load(name, parameters: parameters, ledger: ledger))
        }
        // Shown before it is trusted: nobody trusts what could not be shown.
        try Terminal.write(loaded.map(Self.commands).joined())
        let entries = loaded.map {
            TrustStore.Entry(digest: $0.trustDigest, path: Self.wholePath($0.path))
        }
        try TrustStore.own.change { stored in
            stored.removeAll { old in entries.contains { $0.digest == old.digest } }
            stored += entries
        }
        try Terminal.write(
            loaded.map {
                "trusted: \(VisibleText.line($0.path)) (\($0.checklist.digest))\n"
            }.joined())
    }

    /// Ends the trust in paths and digests of the list, whatever the files say by now.
    private func takeAway() throws {
        let names = Set(checklists.flatMap { [$0, Self.wholePath($0)] })
        var removed: [TrustStore.Entry] = []
        try TrustStore.own.change { stored in
            removed = stored.filter {
                names.contains($0.path) || names.contains($0.digest.description)
            }
            stored.removeAll { names.contains($0.path) || names.contains($0.digest.description) }
        }
        guard !removed.isEmpty else {
            throw CommandFailure(
                .usage, "None of them is trusted; `readiness trust --list` shows what is.")
        }
        try Terminal.write(
            removed.map { "no longer trusted: \(VisibleText.line($0.path)) (\($0.digest))\n" }
                .joined())
    }

    /// The path from the root; of a text out of the ledger its digest.
    private static func wholePath(_ path: String) -> String {
        path.hasPrefix("sha256:") ? path : URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The commands that are being trusted, in full.
    private static func commands(of loaded: LoadedChecklist) -> String {
        let commands = loaded.commands
        guard !commands.isEmpty else {
            return "\(VisibleText.line(loaded.path)) runs no commands.\n"
        }
        return commands.map { step, check in
            let lines = check.shellWords.split(separator: "\n", omittingEmptySubsequences: false)
                .map { VisibleText.line(String($0)) }
            return "  \(step): " + lines.joined(separator: "\n      ") + "\n"
        }.joined()
    }
}
