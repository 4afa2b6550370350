import Fields
import LocatedYAML
import Rollout

/// A parameter as the checklist declares it.
struct ParameterDeclaration: Sendable {
    /// Where the value comes from.
    enum ValueRule: Sendable {
        /// It may be set; else this holds.
        case given(fallback: Located<Template>)
        /// It follows from the value of another parameter.
        case derived(Derived)
    }

    /// Another parameter, with the value for each of its values.
    struct Derived: Sendable {
        let from: String
        let fromNode: YAMLNode
        /// In the order of the text, each with the node of its key.
        let values: [(key: String, node: YAMLNode, value: String)]
        /// The same without nodes.
        let table: [String: String]
        /// Whether every value could be read.
        let isComplete: Bool

        init(
            from: String, fromNode: YAMLNode,
            values: [(key: String, node: YAMLNode, value: String)], isComplete: Bool
        ) {
            self.from = from
            self.fromNode = fromNode
            self.values = values
            self.isComplete = isComplete
            table = Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first }
        }
    }

    let name: String
    let node: YAMLNode
    let rule: ValueRule
    let reach: Parameter.Reach
    /// The values that it may take, in the order of the text; empty where any text may stand.
    let allowed: [String]
    /// The values that it can have; empty where any text may stand.
    let possible: Set<String>
    let text: String

    init(
        name: String, node: YAMLNode, rule: ValueRule, reach: Parameter.Reach, allowed: [String],
        text: String
    ) {
        self.name = name
        self.node = node
        self.rule = rule
        self.reach = reach
        self.allowed = allowed
        self.text = text
        if allowed.isEmpty, case .derived(let derived) = rule {
            possible = Set(derived.table.values)
        } else {
            possible = Set(allowed)
        }
    }

    /// The names of the parameters that the value needs.
    var needs: [String] {
        switch rule {
        case .given(let fallback): fallback.value.names
        case .derived(let derived): [derived.from]
        }
    }

    var isDerived: Bool {
        if case .derived = rule { true } else { false }
    }
}
