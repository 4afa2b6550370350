import ArgumentParser
import Rollout

/// In whose place somebody acts.
struct DeputyOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Act as a deputy of this member; the checklist says who may, and when.",
            valueName: "principal"))
    var member: String?

    func validate() throws {
        if let member, Principal(written: member) == nil {
            throw ValidationError("--for takes a name without blanks and hidden characters.")
        }
    }

    var onBehalfOf: Principal? { member.flatMap { Principal(written: $0) } }
}
