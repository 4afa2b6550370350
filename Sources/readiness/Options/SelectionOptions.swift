import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

extension ReportSelection.Audience: ExpressibleByArgument {}

/// Who a report is for.
struct SelectionOptions: ParsableArguments {
    @Option(help: "Only the sections for the board, the team or the auditor.")
    var audience: ReportSelection.Audience?

    @Option(
        help: ArgumentHelp(
            "List only the steps that ask something of this role; may be repeated.",
            valueName: "role"), completion: ChecklistCompletion.roles)
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "List only the steps that ask something of a role of this person; may be repeated.",
            valueName: "principal"), completion: ChecklistCompletion.members)
    var person: [String] = []

    @Option(
        help: ArgumentHelp(
            "Say what changed since a day, an instant or an old report in Markdown. Default: since the last decision.",
            valueName: "moment"))
    var since: String?

    /// Whether only some steps are listed.
    var narrows: Bool { !role.isEmpty || !person.isEmpty }

    /// The moment that is compared with; nil where none was given.
    func point(of loaded: [LoadedChecklist]) throws -> SincePoint? {
        try since.map { text in
            try SincePoint(text)
                ?? SincePoint(report: text, of: loaded.map(\.checklist.rollout.place))
        }
    }

    /// What each checklist's report is for; a role or person that none of them has is refused.
    func selection(
        of loaded: [LoadedChecklist], since point: SincePoint?
    ) throws -> (JudgedRollout) -> ReportSelection {
        let roles = loaded.flatMap(\.checklist.roles)
        try StepViewOptions.require(role, .role, roles.map(\.id.text))
        try StepViewOptions.require(person, .member, roles.flatMap { $0.people.map(\.text) })
        let (audience, own, people) = (
            audience, role.map { RoleID($0) }, person.map { Principal($0) }
        )
        return { judged in
            ReportSelection(
                audience: audience, roles: own, people: people,
                since: point?.since(in: judged.assessment.checklist.zone) ?? .lastDecision)
        }
    }
}
