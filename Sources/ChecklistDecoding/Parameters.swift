import Fields
import LocatedYAML
import Rollout

/// The parameters of a checklist with the values in force.
struct Parameters: Sendable {
    let declarations: [ParameterDeclaration]
    /// The value in force of each parameter.
    let values: [String: String]
    /// Those that are declared and have no value, because of a mistake that is reported.
    let unreadable: ReadingContext.Unreadable

    /// Works the values out; a choice that does not fit is the operator's mistake and is returned.
    ///
    /// - Parameters:
    ///   - declarations: Those that could be read.
    ///   - names: The names of all declarations; nil where they could not be read.
    ///   - chosen: The values that the operator gives.
    ///   - context: Where mistakes go.
    /// - Throws: `ParameterMistake` where a chosen value does not fit.
    init(
        _ declarations: [ParameterDeclaration], names: Set<String>?, chosen: [String: String],
        in context: ReadingContext
    ) throws(ParameterMistake) {
        self.declarations = declarations
        try Self.check(chosen, against: declarations, names)
        var values: [String: String] = [:]
        for declaration in declarations {
            guard case .given(let fallback) = declaration.origin else { continue }
            values[declaration.name] = chosen[declaration.name] ?? fallback
        }
        let derivation = Derivation(
            declarations: declarations, given: values, names: names, context: context)
        for declaration in declarations {
            guard case .derived(let origin) = declaration.origin else { continue }
            values[declaration.name] = derivation.value(
                of: declaration, origin, chosen: chosen[declaration.name])
        }
        self.values = values
        unreadable = names.map { .some($0.subtracting(values.keys)) } ?? .all
    }

    /// The values in force, in the order of the checklist.
    var inForce: [ParameterValue] {
        declarations.compactMap { declaration in
            values[declaration.name].map {
                ParameterValue(name: declaration.name, value: $0, text: declaration.text)
            }
        }
    }

    private static func check(
        _ chosen: [String: String], against declarations: [ParameterDeclaration],
        _ names: Set<String>?
    ) throws(ParameterMistake) {
        for (name, value) in chosen.sorted(by: { $0.key < $1.key }) {
            guard let declaration = declarations.first(where: { $0.name == name }) else {
                // The mistake is in the checklist, and is reported there.
                guard let names, !names.contains(name) else { continue }
                throw ParameterMistake.unknown(name: name, known: declarations.map(\.name))
            }
            if !declaration.allowed.isEmpty, !declaration.allowed.contains(value) {
                throw ParameterMistake.notAllowed(
                    name: name, value: value, allowed: declaration.allowed)
            }
        }
    }

    /// Whether the conditions of a `when` hold.
    ///
    /// A value that the parameter can never have is reported, and so is a parameter that may have
    /// any value, so that a slip of the pen never makes a step disappear.
    func applicability(
        of conditions: [Condition], in context: ReadingContext, loop: ForEach? = nil
    ) -> Applicability {
        var failing: [String] = []
        for condition in conditions {
            let name = condition.parameter
            guard let value = context.parameters[name] else {
                if !context.isUnreadable(name) { reportUnknown(condition, in: context) }
                continue
            }
            let isLoop = loop?.name == name
            check(
                condition, against: isLoop ? loop?.values ?? [] : possibleValues(of: name), context)
            let texts = condition.values.map(\.text)
            if !texts.contains(value) {
                failing.append("\(name) is \(value), not \(texts.joined(separator: " or "))")
            }
        }
        return failing.isEmpty ? .applies : .doesNotApply(because: failing.joined(separator: "; "))
    }

    private func reportUnknown(_ condition: Condition, in context: ReadingContext) {
        context.report(
            "unknown-parameter", "there is no parameter \"\(condition.parameter)\"",
            fix: NearestName.suggestion(
                for: condition.parameter, among: context.parameters.keys.sorted())
                ?? "declare it under parameters",
            at: condition.parameterNode)
    }

    private func check(
        _ condition: Condition, against possible: [String], _ context: ReadingContext
    ) {
        let name = condition.parameter
        guard !possible.isEmpty else {
            context.report(
                "open-condition",
                "\(name) may have any value, so that a slip of the pen would go unseen here",
                fix: "give the parameter \(name) \"one-of:\" with its values",
                at: condition.parameterNode)
            return
        }
        for wanted in condition.values where !possible.contains(wanted.text) {
            context.report(
                "wrong-value", "\(name) is never \"\(wanted.text)\"",
                fix: NearestName.suggestion(for: wanted.text, among: possible) ?? "",
                at: wanted.node)
        }
    }

    /// The values that a parameter can have; empty where any text may stand.
    private func possibleValues(of name: String) -> [String] {
        guard let declaration = declarations.first(where: { $0.name == name }) else { return [] }
        guard declaration.allowed.isEmpty, case .derived(let origin) = declaration.origin else {
            return declaration.allowed
        }
        return Set(origin.values.map(\.value)).sorted()
    }
}
