import ArgumentParser
import ChecklistDecoding
import Checks
import Fields

/// `readiness checks`: says what kinds of checks there are, or all about one of them.
struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract:
            "List the kinds of checks, or show one: options, types, defaults, facts, examples.")

    @Argument(
        help: ArgumentHelp("The kind to show.", valueName: "kind"),
        completion: .list(CheckKinds.all.map(\.name)))
    var kind: String?

    func run() throws {
        guard let kind else { return try Terminal.write(KindReference.list) }
        guard let found = CheckKinds.all.first(where: { $0.name == kind }) else {
            let names = CheckKinds.all.map(\.name)
            throw ValidationError(
                "There is no kind of check \"\(kind)\"; "
                    + (NearestName.suggestion(for: kind, among: names) ?? "see readiness checks."))
        }
        try Terminal.write(KindReference.text(of: found))
    }
}
