import Checks
import LocatedYAML
import Rollout

/// A step as decoded, with what the model does not keep.
struct DecodedStep {
    /// Nil where something that a step cannot do without is wrong, which is then reported.
    let step: Step?
    /// The id, also of a step with mistakes, so that references to it are not mistakes too.
    let id: String?
    /// The id as the checklist writes it, before `for-each`.
    let family: String?
    let checks: [any Check]
    let node: YAMLNode
    /// The steps that it waits for, with the nodes that name them.
    let needs: [(text: String, node: YAMLNode)]
    /// The steps whose signers may not sign it, with the nodes that name them.
    let notBy: [(text: String, node: YAMLNode)]
}

/// Reads steps, one for each value of a `for-each`.
struct StepDecoder {
    let parameters: Parameters
    let names: Names
    let timeline: [Phase]
    let defaults: Defaults

    /// The steps that a node stands for; their mistakes are reported.
    func steps(_ node: YAMLNode, in context: ReadingContext) -> [DecodedStep] {
        guard let outer = MappingReader(node, as: StepFields.shape, in: context) else { return [] }
        guard outer.has(StepFields.forEach) else {
            return [step(outer, binding: nil)]
        }
        // Its steps cannot be told, but others may refer to their family.
        let unknown = DecodedStep(
            step: nil, id: nil, family: outer[StepFields.id], checks: [], node: node, needs: [],
            notBy: [])
        guard let loops = outer[StepFields.forEach] else { return [unknown] }
        guard loops.count == 1, let loop = loops.first else {
            outer.report(
                "wrong-value", "for-each takes exactly one name with a list",
                fix: "write for-each: {NAME: [VALUE, …]}", at: StepFields.forEach)
            return [unknown]
        }
        return loop.value.compactMap { value in
            guard Self.isIdPart(value) else {
                outer.report(
                    "wrong-value", "\"\(value)\" cannot end the id of a step",
                    fix: "use letters, digits and . : - _ without blanks", at: StepFields.forEach)
                return nil
            }
            let inner = context.adding([loop.key: value])
            return MappingReader(node, as: StepFields.shape, in: inner)
                .map { step($0, binding: (loop.key, value)) }
        }
    }

    /// Whether a value can stand in an id behind a slash.
    private static func isIdPart(_ value: String) -> Bool {
        (1...128).contains(value.utf8.count)
            && value.utf8.allSatisfy {
                (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
                    || ".:-_".utf8.contains($0)
            }
    }

    private func step(_ reader: MappingReader, binding: (name: String, value: String)?)
        -> DecodedStep
    {
        let family = reader[StepFields.id]
        let title = reader[StepFields.title]
        let role = reference(reader, StepFields.role)
        let due = due(reader)
        let level = reader[StepFields.level] ?? .blocking
        let text = reader[StepFields.text] ?? ""
        let addresses = names.references(reader, StepFields.addresses, to: .effect)
        let needs = reader.located(StepFields.needs)
        let applicability = parameters.applicability(
            of: reader[StepFields.when] ?? [], in: reader.context)
        let freshFor = reader[StepFields.freshFor] ?? defaults.freshFor
        let checks = reader[StepFields.check] ?? []
        let signOff = reader[StepFields.signOff]
        for role in signOff?.roles ?? [] {
            names.check(role.text, .role, at: role.node, in: reader.context)
        }
        if !reader.has(StepFields.check), !reader.has(StepFields.signOff) {
            reader.context.report(
                "nothing-to-show",
                "the step has neither a check nor a sign-off, so that it could never become ready",
                fix: "add \"check:\" or \"sign-off:\"", at: reader.node)
        }
        let id = family.map { family in binding.map { "\(family)/\($0.value)" } ?? family }
        func decoded(_ step: Step?) -> DecodedStep {
            DecodedStep(
                step: step, id: id, family: family, checks: checks, node: reader.node, needs: needs,
                notBy: signOff?.notBy ?? [])
        }
        guard let id, let family, let title, let role, let due else { return decoded(nil) }
        let roles = signOff.map { $0.roles.isEmpty ? [role] : $0.roles.map(\.text) } ?? []
        let step = Step(
            id: id, family: family, title: title, role: role, due: due, level: level, text: text,
            addresses: addresses, needs: needs.map(\.text), applicability: applicability,
            checks: checks.map(\.definition),
            signOff: signOff.map {
                SignOffRule(
                    roles: roles, count: $0.count, evidenceRequired: $0.evidence == .required,
                    notBy: $0.notBy.map(\.text), validFor: $0.validFor)
            },
            freshFor: freshFor,
            digest: StepDigest.digest(of: reader.node, id: id, in: reader.context))
        return decoded(step)
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
        guard let phase = timeline.first(where: { $0.id == due.phase }) else {
            // A phase with a mistake of its own is there all the same.
            guard !names.has(due.phase, .phase) else { return due }
            reader.context.report(
                "unknown-phase", "there is no phase \"\(due.phase)\"",
                fix: NearestName.suggestion(for: due.phase, among: timeline.map(\.id)) ?? "",
                at: span, in: node.source)
            return due
        }
        if due.edge == .end, phase.ends == nil {
            reader.context.report(
                "no-end", "the phase \"\(due.phase)\" has no end to count from",
                fix: "give the phase \"ends:\", or count from its start", at: span, in: node.source)
        }
        return due
    }
}
