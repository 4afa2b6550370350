import ArgumentParser
import Operations
import Rollout

/// Who acts.
struct PrincipalOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            """
            Who acts, as the roles of the checklist name people. It is recorded as given; a signature \
            alone shows who it was. Default: $READINESS_AS, else user@host.
            """, valueName: "principal"), completion: ChecklistCompletion.members)
    var given: String?

    func validate() throws {
        guard let given, Principal(written: given) == nil else { return }
        throw ValidationError(
            "--as takes a name without blanks and hidden characters, such as nora@example.com.")
    }

    /// The principal to record.
    func principal() throws -> Principal {
        let name = given ?? Machine.variable("READINESS_AS") ?? Machine.account
        guard let principal = Principal(written: name) else {
            throw OperationFailure.principal(name)
        }
        return principal
    }
}
