/// What an edit of a checklist changes, filled in with the same values before and after.
package struct ChecklistComparison: Hashable, Sendable {
    /// The checklist itself first, then phases, roles, parameters, effects and steps, each kind in
    /// the order of the text after the edit, with what was removed at its end.
    package let differences: [Difference]

    package init(from old: Checklist, to new: Checklist) {
        let whole = Self.parts(old, new)
        let checklist =
            whole.isEmpty ? [] : [Difference(.checklist, title: new.title, .changed(whole))]
        let phases = Self.pairs(
            old.timeline, new.timeline, by: \.id, title: \.title, Difference.Subject.phase
        ) { $0.changes(to: $1) }
        let roles = Self.pairs(
            old.roles, new.roles, by: \.id, title: \.title, Difference.Subject.role
        ) { one, other in
            [
                .of(.title, one.title, other.title),
                .of(.members, one.members.map(\.text), other.members.map(\.text)),
                .of(.deputies, one.deputies.map(\.words), other.deputies.map(\.words)),
            ]
        }
        let parameters = Self.pairs(
            old.parameters, new.parameters, by: \.name, title: \.name, Difference.Subject.parameter
        ) { $0.changes(to: $1) }
        let effects = Self.pairs(
            old.effects, new.effects, by: \.id, title: \.title, Difference.Subject.effect
        ) { one, other in
            [one == other ? nil : PartChange(.effect, [], [])]
        }
        let steps = Self.pairs(
            old.steps, new.steps, by: \.id, title: \.title, Difference.Subject.step
        ) { one, other in
            one.changes(to: other) + [
                .of(
                    .dueOn, old.point(of: one.due)?.description ?? "",
                    new.point(of: other.due)?.description ?? "")
            ]
        }
        differences = checklist + phases + roles + parameters + effects + steps
    }

    private static func parts(_ old: Checklist, _ new: Checklist) -> [PartChange] {
        func words(_ rule: WaiverRule?) -> [String] {
            rule.map { ["longest \($0.longest.language)"] + $0.roles.map { "by \($0)" } } ?? []
        }
        func words(_ targets: [Target]) -> [String] {
            targets.map { target in
                let settings = target.settings.sorted { $0.key < $1.key }
                    .map { " \($0.key)=\($0.value)" }
                return "\(target.id) “\(target.title)”\(settings.joined())"
            }
        }
        return [
            .of(.title, old.title, new.title), .of(.owner, old.owner.text, new.owner.text),
            .of(.timezone, old.zone.name, new.zone.name),
            .of(.targets, words(old.targets), words(new.targets)),
            .of(.sites, old.sites.map(\.words), new.sites.map(\.words)),
            .of(.waivers, words(old.waivers), words(new.waivers)),
            .of(.signing, old.signingWord, new.signingWord),
            .of(.runners, old.runners?.map(\.text) ?? [], new.runners?.map(\.text) ?? []),
            .of(.decisions, old.decisions.words, new.decisions.words),
            .of(.approval, old.approval?.words ?? [], new.approval?.words ?? []),
            old.change == new.change ? nil : PartChange(.change, [], []),
        ].compactMap(\.self)
    }

    /// What became of each of some named things.
    private static func pairs<Item, Key: Hashable>(
        _ old: [Item], _ new: [Item], by key: (Item) -> Key, title: (Item) -> String,
        _ subject: (Key) -> Difference.Subject, _ changes: (Item, Item) -> [PartChange?]
    ) -> [Difference] {
        let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
        let kept = Set(new.map(key))
        let present = new.compactMap { item -> Difference? in
            guard let former = before[key(item)] else {
                return Difference(subject(key(item)), title: title(item), .added)
            }
            let parts = changes(former, item).compactMap(\.self)
            guard !parts.isEmpty else { return nil }
            return Difference(subject(key(item)), title: title(item), .changed(parts))
        }
        let gone = old.filter { !kept.contains(key($0)) }.map {
            Difference(subject(key($0)), title: title($0), .removed)
        }
        return present + gone
    }
}
