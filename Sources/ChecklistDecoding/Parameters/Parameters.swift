import Characters
import Fields
import LocatedYAML
import Rollout

/// The parameters of a checklist with the values in force for one target.
struct Parameters: Sendable {
    let table: ParameterTable
    /// In the order of the checklist; those without a value are left out.
    let inForce: [Parameter]
    /// The value in force of each parameter.
    let values: [String: String]
    /// The names of those whose scope is `wording`, or that follow from one.
    let wording: Set<String>

    /// Works the values out.
    ///
    /// - Parameters:
    ///   - table: The declarations.
    ///   - settings: The values that are given, by a target, the operator or a use of a set; they
    ///     fit.
    ///   - tainted: Those whose given value follows from a parameter of the wording.
    ///   - context: Where mistakes go.
    init(
        _ table: ParameterTable, settings: [String: String], tainted: Set<String> = [],
        in context: ReadingContext
    ) {
        self.table = table
        var found: [Int: Parameter] = [:]
        var values: [String: String] = [:]
        for place in table.order {
            let declaration = table.declarations[place]
            let parameter =
                switch declaration.rule {
                case .given(let fallback):
                    Self.given(
                        declaration, fallback, set: settings[declaration.name], values, context)
                case .derived(let derived):
                    Self.derived(declaration, derived, table[derived.from], values, context)
                }
            guard let parameter else { continue }
            found[place] = parameter
            values[parameter.name] = parameter.value
        }
        self.values = values
        let wordings = Self.wordings(table, settings, tainted)
        inForce = table.declarations.indices.compactMap { found[$0] }.map { parameter in
            guard wordings.contains(parameter.name) else { return parameter }
            return Parameter(
                name: parameter.name, value: parameter.value, origin: parameter.origin,
                reach: .wording, text: parameter.text)
        }
        wording = Set(inForce.filter { $0.reach == .wording }.map(\.name))
    }

    /// The names of those that follow from a tainted one.
    private static func wordings(
        _ table: ParameterTable, _ settings: [String: String], _ tainted: Set<String>
    ) -> Set<String> {
        var tainted = tainted
        for place in table.order where !tainted.isEmpty {
            let declaration = table.declarations[place]
            guard settings[declaration.name] == nil else { continue }
            if declaration.needs.contains(where: tainted.contains) {
                tainted.insert(declaration.name)
            }
        }
        return tainted
    }

    /// Those that are declared and have no value, because of a mistake that is reported.
    var unreadable: ReadingContext.Unreadable {
        table.names.map { .some($0.subtracting(values.keys)) } ?? .all
    }

    private static func given(
        _ declaration: ParameterDeclaration, _ fallback: Located<Template>, set: String?,
        _ values: [String: String], _ context: ReadingContext
    ) -> Parameter? {
        let text = fallback.value.filled { name, _ in
            // Defaults that name each other twice grow without end.
            values[name].flatMap { context.spend($0.utf8.count, at: fallback.node) ? $0 : nil }
        }
        guard let text = text.map(NormalForm.composed) else { return nil }
        if set == nil, !fallback.value.names.isEmpty {
            declaration.reportUnfit(text, at: fallback.node, in: context)
        }
        return Parameter(
            name: declaration.name, value: set ?? text, origin: .given(fallback: text),
            reach: declaration.reach, text: declaration.text)
    }

    private static func derived(
        _ declaration: ParameterDeclaration, _ derived: ParameterDeclaration.Derived,
        _ source: ParameterDeclaration?, _ values: [String: String], _ context: ReadingContext
    ) -> Parameter? {
        guard let source, !source.isDerived, let given = values[derived.from] else { return nil }
        guard let value = derived.table[given] else {
            if source.possible.isEmpty, derived.isComplete {
                declaration.reportMissing(given, of: derived.from, in: context)
            }
            return nil
        }
        return Parameter(
            name: declaration.name, value: value, origin: .derived(from: derived.from),
            reach: source.reach, text: declaration.text)
    }
}
