import Checks
import Fields
import LocatedYAML
import Rollout

/// Reads steps, one for each value of a `for-each`.
struct StepDecoder {
    let parameters: Parameters
    let names: DeclaredNames
    let defaults: Defaults
    /// What stands before the ids of a set's steps, and before those that they refer to; nil for the
    /// steps of the checklist itself.
    let prefix: String?
    let timeline: [Phase]
    /// The sites of the checklist.
    let sites: [SiteID]
    private let dues: DueReader

    init(
        parameters: Parameters, names: DeclaredNames, timeline: [Phase], sites: [SiteID],
        defaults: Defaults,
        prefix: String? = nil
    ) {
        self.prefix = prefix
        self.timeline = timeline
        self.sites = sites
        self.parameters = parameters
        self.names = names
        self.defaults = defaults
        dues = DueReader(names: names, timeline: timeline)
    }

    /// The steps that a node stands for; of those with a mistake, what could be read; nil where they
    /// are more than the budget has left.
    func steps(
        _ node: YAMLNode, in context: ReadingContext, _ budget: inout StepBudget
    ) -> [DecodedStep]? {
        guard let outer = MappingReader(node, as: StepFields.shape, in: context) else {
            return [.unreadable(node, family: nil)]
        }
        guard outer.has(StepFields.forEach) else {
            let isLeft =
                prefix == nil
                ? budget.takeOne(at: node, in: context)
                : budget.takeOneOfSet(at: node, in: context)
            return isLeft
                ? [step(outer, loop: nil, value: nil)] : nil
        }
        let unread = DecodedStep.unreadable(
            node, family: outer.node(of: StepFields.id).map { own($0.text) })
        guard let loop = ForEach(outer) else { return [unread] }
        guard budget.take(forEach: loop.values.count, at: node, in: context) else { return nil }
        let steps = loop.values.map { value in
            step(
                outer.with(context.with(local: loop.name, value: value)), loop: loop, value: value)
        }
        return loop.isComplete ? steps : steps + [unread]
    }

    private func step(_ reader: MappingReader, loop: ForEach?, value: String?) -> DecodedStep {
        let family = reader[StepFields.id].flatMap { ownFamily($0, reader) }
        let id = family.map { StepID(family: $0, value: value) }
        let title = reader[StepFields.title]
        let role = reader[StepFields.role]
        if let role { names.check(role, in: reader.context) }
        let due = dues.read(StepFields.due, of: reader)
        let notBefore = dues.read(StepFields.notBefore, of: reader)
        dues.warn(due, before: notBefore, of: reader)
        let level = reader[StepFields.level] ?? .blocking
        let text = reader[StepFields.text] ?? ""
        let addresses = reader[StepFields.addresses] ?? []
        for effect in addresses { names.check(effect: effect, in: reader.context) }
        let needs = (reader[StepFields.needs] ?? []).map(ofSet)
        let waivable = reader[StepFields.waivable] ?? true
        let applicability = parameters.applicability(
            of: reader[StepFields.when] ?? [], in: reader.context, loop: loop)
        let freshFor = reader[StepFields.freshFor] ?? defaults.freshFor
        let checks = reader[StepFields.check] ?? []
        let sites = StepSites(names: names, declared: self.sites).read(reader, checks)
        let signOff = reader[StepFields.signOff].map { $0.with(notBy: $0.notBy.map(ofSet)) }
        for role in signOff?.roles ?? [] { names.check(role, in: reader.context) }
        let requestedBy = reader[StepFields.requestedBy]
        if let requestedBy { names.check(requestedBy, in: reader.context) }
        if requestedBy != nil, signOff == nil, !reader.has(StepFields.signOff) {
            reader.report(
                "nothing-to-approve", "nobody approves what is requested",
                fix: "add \"sign-off:\", or remove \"requested-by:\"", at: StepFields.requestedBy)
        }
        reportNothingToShow(reader)
        var step: Step?
        if let id, let title, let role, let due {
            step = Step(
                id: id, title: title, role: role.value, due: due, level: level, text: text,
                addresses: addresses.map(\.value), needs: needs.map(\.value), waivable: waivable,
                notBefore: notBefore, applicability: applicability,
                checks: checks.map(\.definition), sites: sites,
                signOff: signOff?.rule(of: role.value),
                requestedBy: requestedBy?.value, freshFor: freshFor,
                rules: StepDigest.rules(
                    of: reader.node, id: id, freshFor: freshFor, sites: sites, in: reader.context))
        }
        return DecodedStep(
            idNode: reader.node(of: StepFields.id) ?? reader.node, family: family, id: id,
            step: step, checks: checks, needs: needs, notBy: signOff?.notBy ?? [])
    }

    /// An id with the prefix of the set.
    private func own(_ id: String) -> String { prefix.map { "\($0)-\(id)" } ?? id }

    /// What a step of a set refers to is a step of the same set.
    private func ofSet(_ step: Located<StepID>) -> Located<StepID> {
        guard prefix != nil else { return step }
        return Located(
            StepID(family: own(step.value.family), value: step.value.value), at: step.node)
    }

    /// The id of a step, which with its prefix is as long as any other at most.
    private func ownFamily(_ written: String, _ reader: MappingReader) -> String? {
        let id = own(written)
        guard id.utf8.count > 64 else { return id }
        reader.report(
            "wrong-value", "with its prefix the id \"\(id)\" is longer than 64 characters",
            fix: "give the use a shorter prefix", at: StepFields.id)
        return nil
    }

    private func reportNothingToShow(_ reader: MappingReader) {
        guard !reader.wasMeant(StepFields.check), !reader.wasMeant(StepFields.signOff) else {
            return
        }
        reader.context.report(
            "nothing-to-show",
            "the step has neither a check nor a sign-off, so it could never become ready",
            fix: "add \"check:\" or \"sign-off:\"", at: reader.node)
    }
}
