import ArgumentParser
import ChecklistDecoding
import Checks
import Foundation
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

    func validate() throws {
        if list != checklists.isEmpty {
            throw ValidationError("Name the checklists to trust, or use --list alone.")
        }
    }

    func run() async throws {
        let store = TrustStore.own
        var entries = try store.entries()
        if list {
            try Terminal.write(entries.map { "\($0.digest)  \(Self.clean($0.path))\n" }.joined())
            return
        }
        var text = ""
        for name in checklists {
            let loaded = try await ChecklistLoading.load(
                name, parameters: parameters, ledger: LedgerOptions())
            let digest = loaded.checklist.digest
            entries.removeAll { $0.digest == digest }
            if revoke {
                text += "no longer trusted: \(name) (\(digest))\n"
            } else {
                let path = URL(fileURLWithPath: name).standardizedFileURL.path
                entries.append(TrustStore.Entry(digest: digest, path: Self.clean(path)))
                text += Self.commands(of: loaded) + "trusted: \(name) (\(digest))\n"
            }
        }
        try store.save(entries)
        try Terminal.write(text)
    }

    /// The commands that are being trusted, one line each.
    private static func commands(of loaded: LoadedChecklist) -> String {
        loaded.checklist.steps.flatMap { step in
            zip(step.checks, loaded.checks[step.id, default: []])
                .filter { type(of: $0.1).kind.needsTrust }
                .map { "  \(step.id): \(clean($0.0.subject))\n" }
        }.joined()
    }

    private static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}
