import Fields
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
        guard !isLaterVersion else { return nil }
        guard let plain = MappingReader(document.root, as: ChecklistFields.shape, in: context)
        else {
            return nil
        }
        let version = plain[ChecklistFields.version]
        let parameters = try Parameters(
            declarations(plain), names: declaredParameters(plain), chosen: chosen, in: context)
        let inner = context.adding(parameters.values, unreadable: parameters.unreadable)
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
        let whole = steps.compactMap(\.step)
        RoleMembers(roles: roles, owner: owner, waivers: waivers, steps: whole).warn(reader)
        context.reportUnread()
        guard let id, let title, let zone, let owner, version != nil else { return nil }
        let bytes = document.source.bytes
        let checklist = Checklist(
            id: id, title: title, owner: owner, zone: zone, change: change,
            parameters: parameters.inForce, timeline: timeline, roles: roles, effects: effects,
            steps: whole, waivers: waivers, digest: ContentDigest(of: bytes))
        return LoadedChecklist(
            checklist: checklist, path: document.source.path,
            text: String(decoding: bytes, as: UTF8.self),
            checks: Dictionary(steps.map { ($0.id ?? "", $0.checks) }) { first, _ in first },
            timeout: defaults.timeout, chosen: chosen, warnings: context.diagnostics)
    }

    /// A later version of the language is one mistake, not one for each of its new keys.
    private var isLaterVersion: Bool {
        let key = ChecklistFields.version.key
        guard let node = document.root.value(forKey: key), let version = Int(node.text), version > 1
        else { return false }
        context.report(
            "version",
            "this checklist is in version \(version) of the language; this program reads version 1",
            fix: "use a newer version of this program", at: node)
        return true
    }

    /// The names of all parameters, also of those that cannot be read; nil where they are no mapping.
    private func declaredParameters(_ reader: MappingReader) -> Set<String>? {
        guard let node = reader.node(of: ChecklistFields.parameters) else { return [] }
        return node.kind == .mapping ? Set(node.entries.map(\.key.text)) : nil
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
        guard let nodes = reader[ChecklistFields.timeline] else {
            names.leaveOpen(.phase)
            return []
        }
        return nodes.compactMap { node in
            guard let inner = MappingReader(node, as: PhaseFields.shape, in: reader.context) else {
                names.leaveOpen(.phase)
                return nil
            }
            names.declare(PhaseFields.id, of: inner, .phase)
            return PhaseFields.make(inner, parameters)
        }
    }

    private func roles(_ reader: MappingReader, _ names: inout Names) -> [Role] {
        guard let entries = reader[ChecklistFields.roles] else {
            names.leaveOpen(.role)
            return []
        }
        // A name that is no id is reported once, and not at every reference to it.
        for entry in reader.node(of: ChecklistFields.roles)?.entries ?? [] {
            names.alias(entry.key.text, .role)
        }
        return entries.compactMap { entry in
            MappingReader(entry.value, as: RoleFields.shape, in: reader.context).flatMap {
                RoleFields.make(entry.key, $0)
            }
        }
    }

    private func effects(_ reader: MappingReader, _ names: inout Names) -> [Effect] {
        guard reader.has(ChecklistFields.effects) else { return [] }
        guard let nodes = reader[ChecklistFields.effects] else {
            names.leaveOpen(.effect)
            return []
        }
        return nodes.compactMap { node in
            guard let inner = MappingReader(node, as: EffectFields.shape, in: reader.context) else {
                names.leaveOpen(.effect)
                return nil
            }
            names.declare(EffectFields.id, of: inner, .effect)
            return EffectFields.make(inner, names)
        }
    }

    private func waivers(_ reader: MappingReader, _ names: Names) -> WaiverRule? {
        guard let entry = reader[ChecklistFields.waivers] else { return nil }
        for role in entry.roles { names.check(role.text, .role, at: role.node, in: reader.context) }
        return WaiverRule(roles: entry.roles.map(\.text), longest: entry.longest)
    }

    private func steps(_ reader: MappingReader, _ decoder: StepDecoder) -> [DecodedStep] {
        var names = decoder.names
        var steps: [DecodedStep] = []
        for node in reader[ChecklistFields.steps] ?? [] {
            let found = decoder.steps(node, in: reader.context)
            declare(found, &names)
            steps += found
        }
        Needs(steps: steps, names: names, context: reader.context).check()
        return steps
    }

    /// Declares the ids of the steps that one entry stands for, each written id once.
    private func declare(_ steps: [DecodedStep], _ names: inout Names) {
        var families: Set<String> = []
        for step in steps {
            guard let family = step.family else {
                names.leaveOpen(.step)
                continue
            }
            if step.id == nil { names.leaveOpen(family: family) }
            if families.insert(family).inserted {
                names.declare(family, .step, at: step.idNode, in: context)
            }
            if let id = step.id { names.alias(id, .step) }
        }
    }
}
