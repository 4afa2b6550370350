import Fields
import Checks
import LocatedYAML
import Rollout

/// Reads steps, one for each value of a `for-each`.
struct StepDecoder {
    let parameters: Parameters
    let names: Names
    let timeline: [Phase]
    let defaults: Defaults

    /// The steps that a node stands for; of those with a mistake, what could be read.
    func steps(_ node: YAMLNode, in context: ReadingContext) -> [DecodedStep] {
        guard let outer = MappingReader(node, as: StepFields.shape, in: context) else {
            return [.unreadable(node, family: nil)]
        }
        guard outer.has(StepFields.forEach) else { return [step(outer, loop: nil, value: nil)] }
        let unread = DecodedStep.unreadable(node, family: outer.node(of: StepFields.id)?.text)
        guard let loop = ForEach(outer) else { return [unread] }
        let steps = loop.values.compactMap { value in
            MappingReader(node, as: StepFields.shape, in: context.adding([loop.name: value]))
                .map { step($0, loop: loop, value: value) }
        }
        return loop.isComplete ? steps : steps + [unread]
    }

    private func step(_ reader: MappingReader, loop: ForEach?, value: String?) -> DecodedStep {
        let family = reader[StepFields.id]
        let id = family.map { family in value.map { "\(family)/\($0)" } ?? family }
        let title = reader[StepFields.title]
        let role = reference(reader, StepFields.role)
        let due = due(reader)
        let level = reader[StepFields.level] ?? .blocking
        let text = reader[StepFields.text] ?? ""
        let addresses = names.references(reader, StepFields.addresses, to: .effect)
        let needs = reader.located(StepFields.needs)
        let applicability = parameters.applicability(
            of: reader[StepFields.when] ?? [], in: reader.context, loop: loop)
        let freshFor = reader[StepFields.freshFor] ?? defaults.freshFor
        let checks = reader[StepFields.check] ?? []
        let signOff = reader[StepFields.signOff]
        for role in signOff?.roles ?? [] {
            names.check(role.text, .role, at: role.node, in: reader.context)
        }
        if !reader.wasMeant(StepFields.check), !reader.wasMeant(StepFields.signOff) {
            reader.context.report(
                "nothing-to-show",
                "the step has neither a check nor a sign-off, so that it could never become ready",
                fix: "add \"check:\" or \"sign-off:\"", at: reader.node)
        }
        let notBy = signOff?.notBy ?? []
        var step: Step?
        if let family, let id, let title, let role, let due {
            step = Step(
                id: id, family: family, title: title, role: role, due: due, level: level,
                text: text, addresses: addresses, needs: needs.map(\.text),
                applicability: applicability, checks: checks.map(\.definition),
                signOff: signOff.map {
                    SignOffRule(
                        roles: $0.roles.isEmpty ? [role] : $0.roles.map(\.text), count: $0.count,
                        evidenceRequired: $0.evidence == .required, notBy: notBy.map(\.text),
                        validFor: $0.validFor)
                },
                freshFor: freshFor,
                digest: StepDigest.digest(
                    of: reader.node, id: id, freshFor: freshFor, in: reader.context))
        }
        return DecodedStep(
            node: reader.node, idNode: reader.node(of: StepFields.id) ?? reader.node,
            family: family, id: id, step: step, checks: checks, needs: needs, notBy: notBy)
    }

    private func reference(_ reader: MappingReader, _ field: Field<String>) -> String? {
        guard let name = reader[field], let node = reader.node(of: field) else { return nil }
        names.check(name, .role, at: node, in: reader.context)
        return name
    }

    private func due(_ reader: MappingReader) -> Due? {
        guard let due = reader[StepFields.due], let node = reader.node(of: StepFields.due) else {
            return nil
        }
        let span = node.span(of: due.phase)
        names.check(due.phase, .phase, at: span, of: node, in: reader.context)
        guard let phase = timeline.first(where: { $0.id == due.phase }) else { return due }
        guard let point = due.point(in: phase, zone: .utc) else {
            reader.context.report(
                "no-end", "the phase \"\(due.phase)\" has no end to count from",
                fix: "give the phase \"ends:\", or count from its start", at: span, in: node.source)
            return due
        }
        if !(1...9999).contains(point.date.year) {
            reader.context.report(
                "wrong-value", "this is due outside the years 1 to 9999",
                fix: "count fewer days", at: node)
        }
        return due
    }
}
