import Fields
import LocatedYAML

/// Why a command could not do its work, in whole sentences, with the status to exit with.
struct CommandFailure: Error {
    /// What to exit with.
    let status: ExitStatus
    /// What is wrong and what to do about it.
    let message: String

    /// A failure from its parts.
    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// A name on the command line that the checklist does not have.
    static func unknown(_ kind: String, _ name: String, known: [String]) -> CommandFailure {
        var hint = NearestName.suggestion(for: name, among: Set(known).sorted()) ?? ""
        if !hint.isEmpty { hint = "; \(hint)" }
        if hint.last != "?" { hint += "." }
        return CommandFailure(.usage, "The checklist has no \(kind) \"\(name)\"\(hint)")
    }
}
