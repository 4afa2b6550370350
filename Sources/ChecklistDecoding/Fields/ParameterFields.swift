import Fields
import LocatedYAML
import Rollout

/// The keys of a parameter.
enum ParameterFields {
    static let fallback = Field<Located<Template>>(
        "default", ValueType<Template>.template.located,
        "The value where none is set; it may name other parameters.")
    static let oneOf = Field<[String]>(
        "one-of", .list(of: .text.composed, atLeast: 1),
        "The values that it may take; any text where absent.")
    static let from = Field<String>(
        "from", .identifier, "The parameter that the value follows from; needs values.")
    static let values = Field<[(key: String, node: YAMLNode, value: String)]>(
        "values",
        .entries(
            "a mapping of the other parameter's values", key: .text.composed, value: .text.composed),
        "The value for each value of the other parameter.")
    static let scope = Field<Parameter.Reach>(
        "scope", .choice, .defaults("rollout"),
        "What the value tells apart: one rollout from another, or only the wording of the steps that name it."
    )
    static let text = Field<String>("text", .text, "What the parameter is for.")

    static let shape = Shape(
        "a parameter",
        [
            fallback.description, oneOf.description, from.description, values.description,
            scope.description, text.description,
        ])

    /// Reads one declaration; nil where it has neither a default nor an origin.
    static func declaration(_ name: String, _ key: YAMLNode, _ reader: MappingReader)
        -> ParameterDeclaration?
    {
        let fallback = reader[Self.fallback]
        let allowed = reader[oneOf] ?? []
        let reach = reader[scope] ?? .rollout
        let text = reader[Self.text] ?? ""
        let derived = derived(reader)
        let rule: ParameterDeclaration.ValueRule
        if let derived {
            if reader.has(Self.fallback) {
                reader.report(
                    "conflict", "a parameter that follows from another has no default",
                    fix: "remove \"default:\", or \"from:\" with \"values:\"", at: Self.fallback)
            }
            if reader.has(scope) {
                reader.report(
                    "conflict",
                    "a parameter that follows from another has no scope, because it cannot be set",
                    fix: "remove it; what counts is the scope of \"\(derived.from)\"", at: scope)
            }
            rule = .derived(derived)
        } else if let fallback, !reader.has(Self.from), !reader.has(Self.values) {
            rule = .given(fallback: fallback)
        } else {
            reportMissing(name, key, reader)
            return nil
        }
        return ParameterDeclaration(
            name: name, node: key, rule: rule, reach: reach, allowed: allowed, text: text)
    }

    private static func derived(_ reader: MappingReader) -> ParameterDeclaration.Derived? {
        let from = reader[Self.from]
        let values = reader[Self.values]
        guard let from, let values, let node = reader.node(of: Self.from) else { return nil }
        let isComplete = values.count == reader.node(of: Self.values)?.entries.count
        return .init(from: from, fromNode: node, values: values, isComplete: isComplete)
    }

    /// Reports a declaration that says too little, unless a key that is there or meant says more.
    private static func reportMissing(_ name: String, _ key: YAMLNode, _ reader: MappingReader) {
        let isDerived = reader.wasMeant(from) && reader.wasMeant(values)
        let isGiven = reader.wasMeant(fallback) && !reader.has(from) && !reader.has(values)
        guard !isDerived, !isGiven else { return }
        reader.context.report(
            "missing-key", "the parameter \"\(name)\" needs either default, or from and values",
            fix: "add \"default:\", or \"from:\" with \"values:\"", at: key)
    }
}
