import Characters
import ArgumentParser
import Reporting

/// Who acts.
struct PrincipalOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            """
            Who acts, as the roles of the checklist name people. It is recorded as given and not \
            authenticated. Default: user@host.
            """, valueName: "principal"))
    var given: String?

    func validate() throws {
        guard let given else { return }
        let isVisible = given.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && !VisibleText.isHidden($0)
        }
        guard isVisible, !given.isEmpty else {
            throw ValidationError(
                "--as takes a name without blanks and control characters, such as nora@example.com."
            )
        }
    }

    /// The principal to record.
    var principal: String { given ?? Machine.account }
}
