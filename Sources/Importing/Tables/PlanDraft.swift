package import Rollout

/// The checklist that a plan becomes.
package struct PlanDraft: Sendable {
    private struct Role {
        let id: String
        let title: String
        var members: [String]
    }

    let plan: PlanTable
    /// The name of the plan, from which id and title are made.
    let name: String
    /// The day that the steps count from.
    private let start: CivilDate?
    private let roles: [Role]
    private static let phase = "cutover"
    private static let owner = GuessedRole.changeManager

    /// - Parameters:
    ///   - plan: The steps.
    ///   - name: The name of the file without its ending.
    ///   - start: The day of the cutover; nil takes the last day on which something is due.
    ///   - former: The names of an earlier import.
    package init(
        _ plan: PlanTable, name: String, start: CivilDate?,
        keeping former: FormerNames = FormerNames()
    ) {
        self.plan = plan
        self.name = name
        self.start = start ?? plan.lastDay
        var slug = Slug()
        var roles = [
            Role(
                id: slug.make(Self.owner.rawValue, otherwise: ""), title: Self.owner.title,
                members: [])
        ]
        slug.reserve(former.roleIDs)
        for step in plan.steps {
            let title = step.role.isEmpty ? "The team" : step.role
            var place = roles.firstIndex { $0.title == title }
            if place == nil {
                roles.append(
                    Role(
                        id: former.role(title) ?? slug.make(title, otherwise: "role", words: 4),
                        title: title, members: []))
                place = roles.count - 1
            }
            guard let place else { continue }
            for member in step.members where !roles[place].members.contains(member) {
                roles[place].members.append(member)
            }
        }
        self.roles = roles
    }

    /// The id of the checklist.
    package var id: String { Self.id(name) }

    /// The id of the checklist of a table of this name.
    package static func id(_ name: String) -> String {
        var slug = Slug()
        return slug.make(name, otherwise: "plan")
    }

    package var text: String {
        var draft = DraftText()
        DraftHead(id: id, title: name, source: "the table \(name)").write(to: &draft)
        draft.line("timeline:")
        draft.comment(
            "review: \(start == nil ? "no day was read" : "the day that the steps count from")",
            indent: 2)
        draft.line("- id: \(Self.phase)", indent: 2)
        draft.put("title", raw: "Cutover", indent: 4)
        draft.put(
            "starts", raw: start.map { "\($0)" } ?? CalendarPoint.toBeAnnouncedWord, indent: 4)
        draft.blank()
        draft.line("roles:")
        for role in roles { write(role, &draft) }
        draft.blank()
        draft.line("steps:")
        for step in plan.steps { write(step, &draft) }
        draft.blank()
        draft.put("waivers", raw: "{by: [\(Self.owner.rawValue)], longest: 30d}")
        return draft.text
    }

    private func write(_ role: Role, _ draft: inout DraftText) {
        let people = role.members.filter { Principal(written: $0) != nil }
        draft.line(
            "\(role.id): \(Self.role(role.title))\(YAMLQuoting.list(people))}", indent: 2)
        for name in role.members where Principal(written: name) == nil {
            draft.comment(
                "review: no name without blanks, such as nora@example.com: \(name)", indent: 2)
        }
    }

    private func write(_ step: PlanTable.Step, _ draft: inout DraftText) {
        draft.comment("row \(step.row)", indent: 2)
        draft.line("- id: \(step.id)", indent: 2)
        draft.put("title", Self.title(step.title), indent: 4)
        let title = step.role.isEmpty ? "The team" : step.role
        draft.put(
            "role", raw: roles.first { $0.title == title }?.id ?? Self.owner.rawValue, indent: 4)
        draft.put(
            "due", raw: due(step), indent: 4, from: step.due.map { "\($0)" } ?? Self.noDay)
        if !step.isBlocking { draft.put("level", raw: "advisory", indent: 4) }
        draft.put("text", PlainMarkdown.escaped(step.text), indent: 4)
        if !step.needs.isEmpty {
            draft.put("needs", raw: "[\(step.needs.joined(separator: ", "))]", indent: 4)
        }
        if !step.status.isEmpty {
            let isDone = PlanStatus(step.status) == .done
            draft.comment(
                "the table says \"\(step.status)\""
                    + (isDone ? ", which is no evidence: somebody has to sign" : ""), indent: 4)
        }
        draft.put("sign-off", raw: "{}", indent: 4)
    }

    /// What stands where a step has no day.
    package static let noDay = "review: no day"

    /// A title as a draft has it.
    static func title(_ text: String) -> String { Excerpt.of(text, most: 200) }

    /// What a role of a title begins with, up to its members.
    static func role(_ title: String) -> String {
        "{title: \(YAMLQuoting.scalar(title)), members: "
    }

    private func due(_ step: PlanTable.Step) -> String {
        guard let start, let day = step.due else { return Self.phase }
        let days = day.daysSinceEpoch - start.daysSinceEpoch
        guard days != 0, abs(days) <= 9999 else { return Self.phase }
        return "\(Self.phase) \(days < 0 ? "-" : "+") \(abs(days))d"
    }
}
