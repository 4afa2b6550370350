import ArgumentParser
import Characters
import Operations
import Reporting
import Rollout

/// `readiness enrol`: lets people sign with passkeys in a browser.
struct EnrolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Let somebody sign in the browser with a passkey, or show who enrolled one.",
        discussion: """
            The owner of the ledger makes a link for a person, which works once. Who opens it makes a \
            passkey; the passkey counts once the owner has confirmed its fingerprint, which the person \
            reads out: readiness signers --update --confirm FINGERPRINT. The page is the first one that \
            the list of signers names: readiness signers --update --origin https://HOST.
            """)

    @Argument(
        help: ArgumentHelp(
            """
            Whom the link is for, as the roles of checklists name people. Without one the links and \
            passkeys are shown.
            """, valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp("How many days the link can be used.", valueName: "days"))
    var days = 3

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if let person, Principal(written: person) == nil {
            throw ValidationError("A name has no blanks and hidden characters.")
        }
        guard (1...30).contains(days) else { throw ValidationError("--days is from 1 to 30.") }
        if person == nil, keys.method != .usual {
            throw ValidationError("--key and --unsigned go with a person.")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let location = context.location(for: nil)
        guard let person = person.flatMap({ Principal(written: $0) }) else {
            let (signers, enrolments) = try await ReadEnrolments.read(location)
            return try Terminal.write(EnrolmentText.text(enrolments, signers, at: context.clock()))
        }
        let now = context.clock()
        let link = MakeEnrolmentLink(
            person, until: now.advanced(by: .seconds(days * 86_400)), signing: keys.method)
        let made = try await link(by: principal.principal(), in: location, at: now)
        Terminal.note(
            "Give \(person) this address by a way that nobody else reads. It works once, for "
                + "\(Prose.count(days, "day")) (entry \(made.entry.sequence)):")
        try Terminal.write("\(made.address)\n")
    }
}
