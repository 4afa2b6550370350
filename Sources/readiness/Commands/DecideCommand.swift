import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

extension Decision.Choice: ExpressibleByArgument {}

/// `readiness decide`: records the owner's go or no-go.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record the owner's go or no-go for a phase.",
        discussion: """
            The decision stands beside the computed verdict and never replaces it; where they differ \
            every report says so. Only members of the owner's role decide; a later decision replaces \
            an earlier one, and one made for another target or other values is none.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Argument(
        help: ArgumentHelp("The id of the phase.", valueName: "phase"),
        completion: ChecklistCompletion.phases)
    var phase: String

    @Argument(help: ArgumentHelp("go or no-go.", valueName: "choice"))
    var choice: Decision.Choice?

    @Flag(help: "Decide whether the phase may be closed, not whether it may start.")
    var close = false

    @Option(name: Words.names("reason"), help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Flag(
        help: """
            The go cannot wait for the roll call. It is flagged everywhere, and owes a retrospective: \
            until somebody else gives it, the phase cannot be closed.
            """)
    var emergency = false

    @Option(
        help: ArgumentHelp(
            """
            Give the retrospective of the emergency decision of this entry, in place of a decision; \
            --reason says what was found.
            """, valueName: "entry"))
    var retrospective: Int?

    @Option(
        help: ArgumentHelp(
            "With --retrospective, the role to give it for, where more than one fits.",
            valueName: "role"))
    var role: String?

    @OptionGroup var acting: ActingOptions

    func validate() throws {
        if (choice == nil) == (retrospective == nil) {
            throw ValidationError("Say go or no-go, or --retrospective ENTRY.")
        }
        if emergency, choice != .go {
            throw ValidationError("--emergency goes with a go; a no-go waits for nothing.")
        }
        if role != nil, retrospective == nil {
            throw ValidationError("--role goes with --retrospective; the owner's role decides.")
        }
        try Words.require(reason, "--reason")
    }

    func run() async throws {
        try await acting.act(on: checklist) { act in
            guard let choice else {
                let number = retrospective ?? 0
                let entry = try await ReviewDecision(
                    phase, number, for: role, note: reason)(act)
                return EntryLine.recorded(
                    "looked back", "on entry \(number) about \(phase)", entry, on: act.checklist)
            }
            let question = close ? Decision.Question.close : .start
            for line in RollCallLines.lines(act.rollCall(phase, question), act.checklist) {
                Terminal.note(line)
            }
            let decided = try await DecidePhase(
                phase, choice, on: question, reason: reason, isEmergency: emergency)(act)
            return EntryLine.recorded(
                emergency ? "decided in an emergency" : "decided",
                "\(choice.rawValue) for \(close ? "closing " : "")\(phase)",
                decided.entry, on: act.checklist,
                more: "; the evidence says \(PhaseWording.verdict(decided.finding))")
        }
    }
}
