package import Rollout

/// The checklist that a plan becomes.
package struct PlanDraft: Sendable {
    package struct Role: Hashable, Sendable {
        package let id: String
        package let title: String
        package fileprivate(set) var members: [String]
    }

    package let plan: PlanTable
    /// The name of the plan, from which id and title are made.
    let name: String
    /// The day that the steps count from.
    package let start: CivilDate?
    package let roles: [Role]
    /// The ids of the roles, by their titles.
    private let ids: [String: String]
    private static let phase = "cutover"
    private static let owner = GuessedRole.changeManager

    /// - Parameters:
    ///   - plan: The steps.
    ///   - name: The name of the file without its ending.
    ///   - start: The day of the cutover; nil takes that of the earlier import, or the last day on
    ///     which something is due.
    ///   - former: What an earlier import came to.
    package init(
        _ plan: PlanTable, name: String, start: CivilDate?,
        keeping former: FormerNames = FormerNames()
    ) {
        self.plan = plan
        self.name = name
        self.start = start ?? Self.start(of: plan, keeping: former)
        var slug = Slug()
        var roles = [
            Role(
                id: slug.make(Self.owner.rawValue, otherwise: ""), title: Self.owner.title,
                members: [])
        ]
        slug.reserve(former.roleIDs)
        var places = [Self.owner.title: 0]
        for step in plan.steps {
            let titles = Self.titles(step)
            for title in titles {
                let place = places[title] ?? roles.count
                if place == roles.count {
                    let id = former.role(title) ?? slug.make(title, otherwise: "role", words: 4)
                    places[title] = place
                    roles.append(Role(id: id, title: title, members: []))
                }
                // "DBA" may be a person or a team, and nobody becomes a member by a guess.
                let person = title.contains("@") ? [title] : []
                let members =
                    person + (title == titles.first ? step.owners.people + step.owners.members : [])
                for member in members where !roles[place].members.contains(member) {
                    roles[place].members.append(member)
                }
            }
        }
        self.roles = roles
        ids = Dictionary(roles.map { ($0.title, $0.id) }) { _, last in last }
    }

    /// The titles of the roles of a step.
    private static func titles(_ step: PlanTable.Step) -> [String] {
        step.owners.roles.isEmpty ? [PlanTable.nobody] : step.owners.roles
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
        DraftHead(id: id, title: name, source: Self.source(name)).write(to: &draft)
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
        var names = ClearNames()
        for role in roles { write(role, &names, &draft) }
        draft.blank()
        draft.line("steps:")
        for step in plan.steps { write(step, &draft) }
        draft.blank()
        draft.put("waivers", raw: "{by: [\(Self.owner.rawValue)], longest: 30d}")
        return draft.text
    }

    private func write(_ role: Role, _ names: inout ClearNames, _ draft: inout DraftText) {
        var people: [String] = []
        var left: [(name: String, fault: String)] = []
        for name in role.members {
            if let fault = names.fault(of: name) {
                left.append((name, fault))
            } else {
                people.append(name)
            }
        }
        draft.line(
            "\(role.id): {title: \(YAMLQuoting.scalar(role.title)), members: \(YAMLQuoting.list(people))}",
            indent: 2)
        for (name, fault) in left { draft.comment("review: \(fault): \(name)", indent: 2) }
    }

    private func write(_ step: PlanTable.Step, _ draft: inout DraftText) {
        draft.comment("row \(step.row)", indent: 2)
        draft.line("- id: \(step.id)", indent: 2)
        draft.put("title", Self.title(step.title), indent: 4)
        let owners = Self.titles(step).map { ids[$0] ?? Self.owner.rawValue }
        draft.put("role", raw: owners.first ?? Self.owner.rawValue, indent: 4)
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
        if !step.owners.unplaced.isEmpty {
            draft.comment(
                "review: which of the owners these belong to is not said: "
                    + step.owners.unplaced.joined(separator: ", "), indent: 4)
        }
        if owners.count > 1 {
            draft.comment("review: each of the owners signs", indent: 4)
            draft.put("sign-off", raw: "{by: [\(owners.joined(separator: ", "))]}", indent: 4)
        } else {
            draft.put("sign-off", raw: "{}", indent: 4)
        }
    }

    /// What a draft says that it was read from.
    static func source(_ name: String) -> String { "the table \(name)" }

    /// What stands where a step has no day.
    package static let noDay = "review: no day"

    /// A title as a draft has it.
    static func title(_ text: String) -> String { Excerpt.of(text, most: 200) }

    private func due(_ step: PlanTable.Step) -> String { Self.due(step, from: start) }

    /// The day that the steps count from: that of the earlier import, so that steps keep their due dates
    /// where a later one is added, but where more of them keep it with the new last day, as where a
    /// whole plan is put off.
    private static func start(of plan: PlanTable, keeping former: FormerNames) -> CivilDate? {
        guard let old = former.start, let last = plan.lastDay else {
            return former.start ?? plan.lastDay
        }
        func kept(_ day: CivilDate) -> Int {
            plan.steps.count { due($0, from: day) == former.dues[$0.id] }
        }
        return kept(last) > kept(old) ? last : old
    }

    private static func due(_ step: PlanTable.Step, from start: CivilDate?) -> String {
        guard let start, let day = step.due else { return phase }
        let days = day.daysSinceEpoch - start.daysSinceEpoch
        guard days != 0, abs(days) <= 9999 else { return phase }
        return "\(phase) \(days < 0 ? "-" : "+") \(abs(days))d"
    }
}
