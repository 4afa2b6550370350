import Checks
import Fields
import LocatedYAML
import Rollout

/// Reads a document as the checklist of one target, from the timeline down to the steps.
struct OneTargetDecoder {
    let document: YAMLDocument
    let source: ChecklistSource
    let place: String
    let target: Target?
    let targets: [Target]
    let parameters: Parameters
    /// The step sets that the document uses; one that could not be read is reported and left out.
    let sets: [StepSet]
    let chosen: [String: String]
    /// The present, for warnings of dates; nil asks for none.
    let now: Instant?
    /// Whether somebody will see warnings.
    let warns: Bool

    /// Nil where something that the checklist cannot do without is wrong, which is reported.
    func read(
        in context: ReadingContext, _ budget: inout StepBudget
    ) -> LoadedChecklist? {
        let inner = context.with(
            parameters: parameters.values, wording: parameters.wording,
            unreadable: parameters.unreadable)
        guard let reader = MappingReader(document.root, as: ChecklistFields.shape, in: inner) else {
            return nil
        }
        let version = reader[ChecklistFields.version]
        let id = reader[ChecklistFields.id]
        let title = reader[ChecklistFields.title]
        let zone = reader.has(ChecklistFields.timezone) ? reader[ChecklistFields.timezone] : .utc
        let change = reader[ChecklistFields.change] ?? Change()
        let defaults = reader[ChecklistFields.defaults] ?? .unsaid
        var names = DeclaredNames()
        let timeline = timeline(reader, &names)
        let roles = roles(reader, &names)
        let owner = reader[ChecklistFields.owner]
        if let owner { names.check(owner, in: inner) }
        let effects = effects(reader, &names)
        let waivers = waivers(reader, names)
        let decisions = reader[ChecklistFields.decisions]
        for role in decisions?.poll ?? [] { names.check(role, in: inner) }
        let approval = reader[ChecklistFields.approval]
        for role in approval?.roles ?? [] { names.check(role, in: inner) }
        let signing = reader[ChecklistFields.signing]
        let runners = reader[ChecklistFields.runners]
        let sites = sites(reader, &names, runners)
        let steps = steps(
            reader,
            StepDecoder(
                parameters: parameters, names: names, timeline: timeline, sites: sites.map(\.id),
                defaults: defaults),
            &budget)
        let whole = steps.compactMap(\.step)
        RoleMembers(roles: roles, owner: owner?.value, waivers: waivers, steps: whole).warn(reader)
        context.reportUnread()
        guard let id, let title, let zone, let owner, version != nil else { return nil }
        let bytes = document.source.bytes
        let checklist = Checklist(
            rollout: RolloutReference(id: id, place: place), title: title, owner: owner.value,
            zone: zone, change: change, target: target, targets: targets,
            parameters: parameters.inForce, timeline: timeline, roles: roles, sites: sites,
            effects: effects,
            steps: whole, waivers: waivers, decisions: decisions?.terms ?? DecisionTerms(),
            approval: approval.map {
                ApprovalRule(roles: $0.roles.map(\.value), isRequired: $0.isRequired)
            }, requiresSigning: signing == .required, runners: runners,
            digest: ContentDigest(of: bytes))
        if warns, !context.hasErrors {
            UnusedNames(checklist: checklist, parameters: parameters).warn(reader)
            IdleWaivers(checklist: checklist).warn(reader)
            UntimelySteps(steps: steps, checklist: checklist).warn(reader)
            UnsatisfiableRules(steps: steps, checklist: checklist)?.warn(reader)
            if let now {
                LongPast(steps: steps, checklist: checklist, now: now).warn(reader)
                FutureFacts(checklist: checklist, now: now).warn(reader)
            }
        }
        let checks = steps.compactMap { step in step.id.map { ($0, step.checks) } }
        return LoadedChecklist(
            checklist: checklist, source: source, bytes: bytes,
            checks: Dictionary(checks) { first, _ in first }, timeout: defaults.timeout,
            chosen: chosen, sets: UsedSet.each(sets.map(\.used)), warnings: context.diagnostics)
    }

    private func timeline(_ reader: MappingReader, _ names: inout DeclaredNames) -> [Phase] {
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

    private func roles(_ reader: MappingReader, _ names: inout DeclaredNames) -> [Role] {
        guard let entries = reader[ChecklistFields.roles] else {
            names.leaveOpen(.role)
            return []
        }
        // A name that is no id is reported once, and not at every reference to it.
        for entry in reader.node(of: ChecklistFields.roles)?.entries ?? [] {
            names.alias(entry.key.text, .role)
        }
        var lookalikes = LookalikeMembers()
        return entries.compactMap { entry in
            MappingReader(entry.value, as: RoleFields.shape, in: reader.context).flatMap {
                RoleFields.make(RoleID(entry.key), $0, &lookalikes)
            }
        }
    }

    private func sites(
        _ reader: MappingReader, _ names: inout DeclaredNames, _ runners: [Principal]?
    ) -> [Site] {
        guard reader.has(ChecklistFields.sites) else { return [] }
        guard let entries = reader[ChecklistFields.sites] else {
            names.leaveOpen(.site)
            return []
        }
        for entry in reader.node(of: ChecklistFields.sites)?.entries ?? [] {
            names.alias(entry.key.text, .site)
        }
        return entries.compactMap { entry in
            if entry.key == SiteTerms.everywhere {
                reader.context.report(
                    "wrong-value", "\"\(entry.key)\" stands for all sites, and is the name of none",
                    fix: "give the site another name", at: entry.node)
            }
            return MappingReader(entry.value, as: SiteFields.shape, in: reader.context).flatMap {
                SiteFields.make(SiteID(entry.key), $0, names, all: runners)
            }
        }
    }

    private func effects(_ reader: MappingReader, _ names: inout DeclaredNames) -> [Effect] {
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

    private func waivers(_ reader: MappingReader, _ names: DeclaredNames) -> WaiverRule? {
        guard let entry = reader[ChecklistFields.waivers] else { return nil }
        for role in entry.roles { names.check(role, in: reader.context) }
        return WaiverRule(roles: entry.roles.map(\.value), longest: entry.longest)
    }

    private func steps(
        _ reader: MappingReader, _ decoder: StepDecoder, _ budget: inout StepBudget
    ) -> [DecodedStep] {
        var names = decoder.names
        var steps: [DecodedStep] = []
        budget.nextTarget()
        for node in reader[ChecklistFields.steps] ?? [] {
            guard let found = decoder.steps(node, in: reader.context, &budget) else {
                names.leaveOpen(.step)
                break
            }
            names.declare(found, in: reader.context)
            steps += found
        }
        // A set that could not be read is reported, and its steps may be those that are referred to.
        let uses = reader.node(of: ChecklistFields.use)?.items.count ?? 0
        if reader.has(ChecklistFields.use), sets.count < max(1, uses) { names.leaveOpen(.step) }
        for set in sets {
            let found = self.steps(of: set, reader, decoder, &names, &budget)
            guard let found else { break }
            steps += found
        }
        StepReferences(steps: steps, names: names, context: reader.context).check()
        return steps
    }

    /// The steps of a set; nil where they are more than the budget has left.
    private func steps(
        of set: StepSet, _ reader: MappingReader, _ decoder: StepDecoder,
        _ names: inout DeclaredNames, _ budget: inout StepBudget
    ) -> [DecodedStep]? {
        let values = set.values(in: reader.context, wording: parameters.wording)
        let inner = StepDecoder(
            parameters: values.parameters, names: decoder.names, timeline: decoder.timeline,
            sites: decoder.sites, defaults: decoder.defaults, prefix: set.prefix)
        var steps: [DecodedStep] = []
        for node in set.reader.with(values.context)[ChecklistFields.steps] ?? [] {
            guard let found = inner.steps(node, in: values.context, &budget) else {
                names.leaveOpen(.step)
                return nil
            }
            names.declare(found, in: values.context)
            steps += found
        }
        return steps
    }
}
