import Fields
import LocatedYAML
import Rollout

/// The parameters that a checklist declares, whatever their values.
struct ParameterTable: Sendable {
    /// Those that could be read, in the order of the text.
    let declarations: [ParameterDeclaration]
    /// The names of all declarations; nil where they could not be read.
    let names: Set<String>?
    /// The places of the declarations, each after those that its value needs.
    let order: [Int]
    private let places: [String: Int]

    /// Reads the declarations, and reports what is wrong with them whatever their values.
    init(_ reader: MappingReader) {
        let inner = reader.context.refusingParameters(
            "only the default of a parameter can name other parameters")
        declarations = (reader[ChecklistFields.parameters] ?? []).compactMap { entry in
            MappingReader(entry.value, as: ParameterFields.shape, in: inner).flatMap {
                ParameterFields.declaration(entry.key, entry.node, $0)
            }
        }
        names = Self.names(reader)
        let places = Dictionary(declarations.enumerated().map { ($1.name, $0) }) { first, _ in
            first
        }
        self.places = places
        let rules = ParameterRules(
            declarations: declarations, places: places, names: names, context: reader.context)
        order = rules.check()
    }

    /// Also those of declarations that cannot be read; nil where they are no mapping.
    private static func names(_ reader: MappingReader) -> Set<String>? {
        guard let node = reader.node(of: ChecklistFields.parameters) else { return [] }
        return node.kind == .mapping ? Set(node.entries.map(\.key.text)) : nil
    }

    subscript(name: String) -> ParameterDeclaration? { places[name].map { declarations[$0] } }

    /// What is wrong with setting a parameter to a value.
    ///
    /// Nil also where the declaration could not be read: that mistake is reported there.
    func mistake(_ name: String, _ value: String) -> ParameterMistake? {
        guard let declaration = self[name] else {
            guard let names, !names.contains(name) else { return nil }
            let known = declarations.filter { !$0.isDerived }.map(\.name)
            return .unknown(name: name, known: known)
        }
        if case .derived(let derived) = declaration.rule {
            return .derived(name: name, from: derived.from)
        }
        guard !declaration.possible.isEmpty, !declaration.possible.contains(value) else {
            return nil
        }
        return .notAllowed(name: name, value: value, allowed: declaration.allowed)
    }
}
