import Fields
import LocatedYAML
import Rollout

/// Looks for what a checklist declares and nothing in it refers to.
struct UnusedNames {
    let checklist: Checklist
    let parameters: Parameters

    func warn(_ reader: MappingReader) {
        warnOfRoles(reader)
        warnOfSites(reader)
        warnOfEffects(reader)
        warnOfParameters(reader)
    }

    private func warnOfRoles(_ reader: MappingReader) {
        var used: Set<RoleID> = [checklist.owner]
        used.formUnion(checklist.waivers?.roles ?? [])
        used.formUnion(checklist.effects.flatMap(\.roles))
        used.formUnion(checklist.decisions.poll)
        used.formUnion(checklist.approval?.roles ?? [])
        used.formUnion(checklist.steps.compactMap(\.requestedBy))
        used.formUnion(checklist.sites.compactMap(\.role))
        for step in checklist.steps {
            used.insert(step.role)
            used.formUnion(step.signOff?.roles ?? [])
        }
        for entry in reader.node(of: ChecklistFields.roles)?.entries ?? []
        where !used.contains(RoleID(entry.key.text)) {
            reader.context.report(
                "unused-role", "nothing is asked of the role \"\(entry.key.text)\"",
                severity: .warning, fix: "give it a step, or remove it", at: entry.key)
        }
    }

    private func warnOfSites(_ reader: MappingReader) {
        let used = Set(checklist.steps.flatMap(\.sites))
        for entry in reader.node(of: ChecklistFields.sites)?.entries ?? []
        where !used.contains(SiteID(entry.key.text)) {
            reader.context.report(
                "unused-site", "no step asks for the site \"\(entry.key.text)\"",
                severity: .warning, fix: "name it in the sites of a step, or remove it",
                at: entry.key)
        }
    }

    private func warnOfEffects(_ reader: MappingReader) {
        let addressed = Set(checklist.steps.flatMap(\.addresses))
        let open = Set(
            checklist.effects.filter { $0.accepted.isEmpty && !addressed.contains($0.id) }
                .map(\.id))
        guard !open.isEmpty else { return }
        for node in reader.node(of: ChecklistFields.effects)?.items ?? [] {
            guard let id = node.value(forKey: EffectFields.id.key), open.contains(id.text) else {
                continue
            }
            reader.context.report(
                "unaddressed-effect", "no step addresses \"\(id.text)\"", severity: .warning,
                fix: "name it in the addresses of a step, or say in accepted why nothing is done",
                at: id)
        }
    }

    private func warnOfParameters(_ reader: MappingReader) {
        let table = parameters.table
        var used = reader.context.namedParameters
        // What a target sets tells its rollout apart from the others.
        used.formUnion(checklist.targets.flatMap(\.settings.keys))
        // Each comes after those that its value needs: what only an unused one names is unused.
        for place in table.order.reversed() where used.contains(table.declarations[place].name) {
            used.formUnion(table.declarations[place].needs)
        }
        let needed = Set(table.declarations.flatMap(\.needs))
        for declaration in table.declarations where !used.contains(declaration.name) {
            let place =
                declaration.isDerived || declaration.reach == .wording
                ? "" : ", name it in a when or in what targets set"
            reader.context.report(
                "unused-parameter",
                needed.contains(declaration.name)
                    ? "only unused parameters name the parameter \"\(declaration.name)\""
                    : "nothing names the parameter \"\(declaration.name)\"",
                severity: .warning,
                fix: "write ${\(declaration.name)} where its value belongs\(place), or remove it",
                at: declaration.node)
        }
    }
}
