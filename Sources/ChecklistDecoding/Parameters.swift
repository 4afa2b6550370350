import LocatedYAML
import Rollout

/// The parameters of a checklist with the values in force.
struct Parameters: Sendable {
    let declarations: [ParameterDeclaration]
    /// The value in force of each parameter.
    let values: [String: String]

    /// Works the values out; a choice that does not fit is the operator's mistake and is returned.
    init(
        _ declarations: [ParameterDeclaration], chosen: [String: String], in context: ReadingContext
    ) throws(ParameterMistake) {
        self.declarations = declarations
        try Self.check(chosen, against: declarations)
        var values: [String: String] = [:]
        for declaration in declarations {
            guard case .given(let fallback) = declaration.origin else { continue }
            values[declaration.name] = chosen[declaration.name] ?? fallback
        }
        for declaration in declarations {
            guard case .derived(let source, let table) = declaration.origin else { continue }
            let derived = Self.derived(
                declaration, from: source, table, declarations, values, in: context)
            values[declaration.name] = chosen[declaration.name] ?? derived
        }
        self.values = values
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
        _ chosen: [String: String], against declarations: [ParameterDeclaration]
    ) throws(ParameterMistake) {
        for (name, value) in chosen.sorted(by: { $0.key < $1.key }) {
            guard let declaration = declarations.first(where: { $0.name == name }) else {
                throw ParameterMistake.unknown(name: name, known: declarations.map(\.name))
            }
            if !declaration.allowed.isEmpty, !declaration.allowed.contains(value) {
                throw ParameterMistake.notAllowed(
                    name: name, value: value, allowed: declaration.allowed)
            }
        }
    }

    /// The value that follows from another; nil where it cannot be told, and then why is reported.
    private static func derived(
        _ declaration: ParameterDeclaration, from source: String, _ table: [String: String],
        _ declarations: [ParameterDeclaration], _ values: [String: String],
        in context: ReadingContext
    ) -> String? {
        guard let origin = declarations.first(where: { $0.name == source }),
            let value = values[source]
        else {
            let given = declarations.filter { if case .given = $0.origin { true } else { false } }
            context.report(
                "unknown-parameter",
                "there is no parameter \"\(source)\" with a default to follow from",
                fix: NearestName.suggestion(for: source, among: given.map(\.name)) ?? "",
                at: declaration.node)
            return nil
        }
        for missing in origin.allowed where table[missing] == nil {
            context.report(
                "missing-value",
                "\"\(declaration.name)\" has no value for \(source) \"\(missing)\"",
                fix: "add \"\(missing):\" to its values", at: declaration.node)
        }
        for surplus in table.keys.sorted()
        where !origin.allowed.isEmpty && !origin.allowed.contains(surplus) {
            context.report(
                "wrong-value", "\(source) is never \"\(surplus)\"",
                fix: NearestName.suggestion(for: surplus, among: origin.allowed) ?? "",
                at: declaration.node)
        }
        guard let result = table[value] else {
            if origin.allowed.isEmpty {
                context.report(
                    "missing-value",
                    "\"\(declaration.name)\" has no value for \(source) \"\(value)\"",
                    fix: "add \"\(value):\" to its values", at: declaration.node)
            }
            return nil
        }
        return result
    }

    /// Whether the conditions of a `when` hold.
    ///
    /// A value that the parameter can never have is reported, so that a slip of the pen never makes a step disappear.
    func applicability(of conditions: [Condition], in context: ReadingContext) -> Applicability {
        var failing: [String] = []
        for condition in conditions {
            let name = condition.parameter
            guard let value = context.parameters[name] else {
                context.report(
                    "unknown-parameter", "there is no parameter \"\(name)\"",
                    fix: NearestName.suggestion(for: name, among: context.parameters.keys.sorted())
                        ?? "",
                    at: condition.parameterNode)
                continue
            }
            let possible = possibleValues(of: name)
            for wanted in condition.values
            where !possible.isEmpty && !possible.contains(wanted.text) {
                context.report(
                    "wrong-value", "\(name) is never \"\(wanted.text)\"",
                    fix: NearestName.suggestion(for: wanted.text, among: possible) ?? "",
                    at: wanted.node)
            }
            let texts = condition.values.map(\.text)
            if !texts.contains(value) {
                failing.append("\(name) is \(value), not \(texts.joined(separator: " or "))")
            }
        }
        return failing.isEmpty ? .applies : .doesNotApply(because: failing.joined(separator: "; "))
    }

    /// The values that a parameter can have; empty where any text may stand.
    private func possibleValues(of name: String) -> [String] {
        guard let declaration = declarations.first(where: { $0.name == name }) else { return [] }
        switch declaration.origin {
        case .given: return declaration.allowed
        case .derived(_, let values): return Set(values.values).sorted()
        }
    }
}

/// A value for a parameter that the checklist does not take.
package enum ParameterMistake: Error, Hashable, CustomStringConvertible {
    case unknown(name: String, known: [String])
    case notAllowed(name: String, value: String, allowed: [String])

    package var description: String {
        switch self {
        case .unknown(let name, let known):
            let hint =
                NearestName.suggestion(for: name, among: known)
                ?? "the checklist declares no parameters"
            return "There is no parameter \"\(name)\"; \(hint)"
        case .notAllowed(let name, let value, let allowed):
            return "The parameter \"\(name)\" is never \"\(value)\"; it is one of "
                + allowed.joined(separator: ", ") + "."
        }
    }
}
