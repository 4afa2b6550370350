import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

extension StepOrder: ExpressibleByArgument {}

/// Which steps are shown, and how.
struct StepViewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only steps that ask something of this role; may be repeated.", valueName: "role"),
        completion: ChecklistCompletion.roles)
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only steps that ask something of a role of this person; may be repeated.",
            valueName: "principal"),
        completion: ChecklistCompletion.members)
    var person: [String] = []

    @Flag(help: "Only steps that are failing.")
    var failing = false

    @Flag(help: "Only steps that are late.")
    var late = false

    @Option(
        help: ArgumentHelp(
            "Only open steps that fall due within that time, or did before: 12h, 7d, 2w.",
            valueName: "duration"))
    var due: String?

    @Option(
        help: ArgumentHelp(
            "The order of the steps: \(StepOrder.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"))
    var sort: StepOrder = .checklist

    func validate() throws {
        if let due, Duration(language: due) == nil {
            throw ValidationError("--due takes a number with a unit (12h, 7d, 2w), not \"\(due)\".")
        }
    }

    /// The view; a role or person that none of the checklists has is refused.
    func view(of loaded: [LoadedChecklist]) throws -> StepView {
        let roles = loaded.flatMap(\.checklist.roles)
        try Self.require(role, .role, roles.map(\.id.text))
        try Self.require(person, .member, roles.flatMap { $0.people.map(\.text) })
        return StepView(
            order: sort, roles: role.map { RoleID($0) }, people: person.map { Principal($0) },
            isFailing: failing, isLate: late, due: due.flatMap { Duration(language: $0) })
    }

    static func require(
        _ given: [String], _ kind: OperationFailure.NameKind, _ known: [String]
    ) throws {
        for name in given where !known.contains(name) {
            throw OperationFailure.unknown(kind, name, known: known)
        }
    }
}
