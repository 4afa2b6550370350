import Fields
import LocatedYAML
import Rollout

/// A parameter as the checklist declares it.
struct ParameterDeclaration: Sendable {
    /// Where the value comes from.
    enum Origin: Sendable {
        /// The operator may set it; else this holds.
        case given(fallback: String)
        /// It follows from the value of another parameter.
        case derived(Derived)
    }

    /// Another parameter, with the value for each of its values.
    struct Derived: Sendable {
        let from: String
        let fromNode: YAMLNode
        /// In the order of the text, each with the node of its key.
        let values: [(key: String, node: YAMLNode, value: String)]
    }

    let name: String
    let node: YAMLNode
    let origin: Origin
    /// The values that it may take; empty where any text may stand.
    let allowed: [String]
    let text: String
}

/// The keys of a parameter.
enum ParameterFields {
    static let fallback = Field<String>(
        "default", .text, "The value where the operator gives none.")
    static let oneOf = Field<[String]>(
        "one-of", .list(of: .text, atLeast: 1),
        "The values that it may take; any text where absent.")
    static let from = Field<String>(
        "from", .identifier, "The parameter that the value follows from; needs values.")
    static let values = Field<[(key: String, node: YAMLNode, value: String)]>(
        "values", .entries("a mapping of the other parameter's values", key: .text, value: .text),
        "The value for each value of the other parameter.")
    static let text = Field<String>("text", .text, "What the parameter is for.")

    static let shape = Shape(
        "a parameter",
        [
            fallback.description, oneOf.description, from.description, values.description,
            text.description,
        ])

    /// Reads one declaration; nil where it has neither a default nor an origin.
    static func declaration(_ name: String, _ key: YAMLNode, _ reader: MappingReader)
        -> ParameterDeclaration?
    {
        let fallback = reader[Self.fallback]
        let allowed = reader[oneOf] ?? []
        let from = reader[Self.from]
        let values = reader[Self.values]
        let text = reader[Self.text] ?? ""
        let origin: ParameterDeclaration.Origin
        if let from, let values, let fromNode = reader.node(of: Self.from) {
            if reader.has(Self.fallback) {
                reader.report(
                    "conflict", "a parameter that follows from another has no default",
                    at: Self.fallback)
            }
            origin = .derived(.init(from: from, fromNode: fromNode, values: values))
        } else if let fallback, !reader.has(Self.from), !reader.has(Self.values) {
            if !allowed.isEmpty, !allowed.contains(fallback) {
                reader.report(
                    "wrong-value", "the default \"\(fallback)\" is not one of the values of one-of",
                    fix: NearestName.suggestion(for: fallback, among: allowed) ?? "",
                    at: Self.fallback)
            }
            origin = .given(fallback: fallback)
        } else {
            let isDerived = reader.wasMeant(Self.from) && reader.wasMeant(Self.values)
            let isGiven =
                reader.wasMeant(Self.fallback) && !reader.has(Self.from)
                && !reader.has(Self.values)
            if !isDerived, !isGiven {
                reader.context.report(
                    "missing-key",
                    "the parameter \"\(name)\" needs either default, or from and values",
                    fix: "add \"default:\", or \"from:\" with \"values:\"", at: key)
            }
            return nil
        }
        return ParameterDeclaration(
            name: name, node: key, origin: origin, allowed: allowed, text: text)
    }
}
