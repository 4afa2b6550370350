import Checks
import LocatedYAML
import Rollout

/// Reads one document as a checklist, from the parameters down to the steps.
struct DocumentDecoder {
    let document: YAMLDocument
    /// Where mistakes go; it knows no parameters yet.
    let context: ReadingContext

    /// The checklist; nil where something that it cannot do without is wrong.
    func decode(chosen: [String: String]) throws(ParameterMistake) -> LoadedChecklist? {
        guard let plain = MappingReader(document.root, as: ChecklistFields.shape, in: context)
        else {
            return nil
        }
        let version = plain[ChecklistFields.version]
        let parameters = try Parameters(declarations(plain), chosen: chosen, in: context)
        let inner = context.adding(parameters.values)
        guard let reader = MappingReader(document.root, as: ChecklistFields.shape, in: inner) else {
            return nil
        }
        let id = reader[ChecklistFields.id]
        let title = reader[ChecklistFields.title]
        let zone = reader.has(ChecklistFields.timezone) ? reader[ChecklistFields.timezone] : .utc
        let change = reader[ChecklistFields.change] ?? Change()
        let defaults = reader[ChecklistFields.defaults] ?? .unsaid
        var names = Names()
        let timeline = timeline(reader, parameters, &names)
        let roles = roles(reader, &names)
        let owner = reader[ChecklistFields.owner]
        if let owner, let node = reader.node(of: ChecklistFields.owner) {
            names.check(owner, .role, at: node, in: inner)
        }
        let effects = effects(reader, &names)
        let waivers = waivers(reader, names)
        let steps = steps(
            reader,
            StepDecoder(
                parameters: parameters, names: names, timeline: timeline, defaults: defaults))
        warnOfEmptyRoles(roles, owner: owner, waivers: waivers, steps: steps.map(\.step), reader)
        guard let id, let title, let zone, let owner, version != nil else { return nil }
        let bytes = document.source.bytes
        let checklist = Checklist(
            id: id, title: title, owner: owner, zone: zone, change: change,
            parameters: parameters.inForce, timeline: timeline, roles: roles, effects: effects,
            steps: steps.map(\.step), waivers: waivers, digest: ContentDigest(of: bytes))
        return LoadedChecklist(
            checklist: checklist, path: document.source.path,
            text: String(decoding: bytes, as: UTF8.self),
            checks: Dictionary(steps.map { ($0.step.id, $0.checks) }) { first, _ in first },
            timeout: defaults.timeout, chosen: chosen, warnings: context.diagnostics)
    }

    private func declarations(_ reader: MappingReader) -> [ParameterDeclaration] {
        (reader[ChecklistFields.parameters] ?? []).compactMap { entry in
            MappingReader(entry.value, as: ParameterFields.shape, in: context).flatMap {
                ParameterFields.declaration(entry.key, entry.node, $0)
            }
        }
    }

    private func timeline(
        _ reader: MappingReader, _ parameters: Parameters, _ names: inout Names
    ) -> [Phase] {
        var phases: [Phase] = []
        for node in reader[ChecklistFields.timeline] ?? [] {
            guard let inner = MappingReader(node, as: PhaseFields.shape, in: reader.context) else {
                continue
            }
            declare(PhaseFields.id, .phase, inner, &names)
            if let phase = PhaseFields.make(inner, parameters) { phases.append(phase) }
        }
        return phases
    }

    private func roles(_ reader: MappingReader, _ names: inout Names) -> [Role] {
        var roles: [Role] = []
        for entry in reader[ChecklistFields.roles] ?? [] {
            names.declare(entry.key, .role, at: entry.node, in: reader.context)
            guard let inner = MappingReader(entry.value, as: RoleFields.shape, in: reader.context),
                let role = RoleFields.make(entry.key, inner)
            else { continue }
            roles.append(role)
        }
        return roles
    }

    private func effects(_ reader: MappingReader, _ names: inout Names) -> [Effect] {
        var effects: [Effect] = []
        for node in reader[ChecklistFields.effects] ?? [] {
            guard let inner = MappingReader(node, as: EffectFields.shape, in: reader.context) else {
                continue
            }
            declare(EffectFields.id, .effect, inner, &names)
            if let effect = EffectFields.make(inner, names) { effects.append(effect) }
        }
        return effects
    }

    /// Declares the id of a mapping, whatever else is wrong in it: a mistake is reported where it
    /// is, and not again at everything that refers to it.
    private func declare(
        _ field: Field<String>, _ target: Names.Target, _ reader: MappingReader,
        _ names: inout Names
    ) {
        guard let id = reader[field], let node = reader.node(of: field) else { return }
        names.declare(id, target, at: node, in: reader.context)
    }

    private func waivers(_ reader: MappingReader, _ names: Names) -> WaiverRule? {
        guard let entry = reader[ChecklistFields.waivers] else { return nil }
        for role in entry.roles { names.check(role.text, .role, at: role.node, in: reader.context) }
        return WaiverRule(roles: entry.roles.map(\.text), longest: entry.longest)
    }

    private func steps(
        _ reader: MappingReader, _ decoder: StepDecoder
    ) -> [(step: Step, checks: [any Check])] {
        var names = decoder.names
        var steps: [DecodedStep] = []
        for node in reader[ChecklistFields.steps] ?? [] {
            for step in decoder.steps(node, in: reader.context) {
                if let id = step.id {
                    names.declare(id, .step, at: step.node, in: reader.context)
                }
                steps.append(step)
            }
        }
        for family in Set(steps.compactMap(\.family)) { names.alias(family, .step) }
        Needs(steps: steps, names: names, context: reader.context).check()
        return steps.compactMap { decoded in decoded.step.map { ($0, decoded.checks) } }
    }

    /// Warns of a role that is asked to sign or decide and has too few members to do so.
    private func warnOfEmptyRoles(
        _ roles: [Role], owner: String?, waivers: WaiverRule?, steps: [Step],
        _ reader: MappingReader
    ) {
        var wanted: [String: Int] = [:]
        if let owner { wanted[owner] = 1 }
        for role in waivers?.roles ?? [] { wanted[role] = max(1, wanted[role, default: 0]) }
        for rule in steps.compactMap(\.signOff) {
            for role in rule.roles { wanted[role] = max(rule.count, wanted[role, default: 0]) }
        }
        for entry in reader[ChecklistFields.roles] ?? [] {
            guard let role = roles.first(where: { $0.id == entry.key }),
                let count = wanted[role.id],
                role.members.count < count
            else { continue }
            reader.context.report(
                "too-few-members",
                "\(count) of \(role.id) must sign or decide, but it has \(role.members.count) members",
                severity: .warning, fix: "add members, or nobody can make it ready", at: entry.node)
        }
    }
}
