import Fields
import LocatedYAML

/// Works out the values of parameters that follow from another.
struct Derivation {
    let declarations: [ParameterDeclaration]
    /// The values of the parameters that follow from none.
    let given: [String: String]
    /// The names of all declarations; nil where they could not be read.
    let names: Set<String>?
    let context: ReadingContext

    /// The value in force; nil where it cannot be told, and then why is reported.
    ///
    /// The table is checked whatever is chosen: a checklist is right for every choice or for none.
    func value(
        of declaration: ParameterDeclaration, _ origin: ParameterDeclaration.Derived,
        chosen: String?
    ) -> String? {
        for entry in origin.values
        where !declaration.allowed.isEmpty && !declaration.allowed.contains(entry.value) {
            context.report(
                "wrong-value", "\"\(entry.value)\" is not one of the values of one-of",
                fix: NearestName.suggestion(for: entry.value, among: declaration.allowed) ?? "",
                at: entry.node)
        }
        guard let source = declarations.first(where: { $0.name == origin.from }),
            let value = given[origin.from]
        else {
            reportSource(origin)
            return chosen
        }
        check(declaration, origin, against: source)
        let table = Dictionary(origin.values.map { ($0.key, $0.value) }) { first, _ in first }
        if let result = chosen ?? table[value] { return result }
        if source.allowed.isEmpty { reportMissing(value, declaration, origin) }
        return nil
    }

    /// Holds the keys of the table against the values that the other parameter can have.
    private func check(
        _ declaration: ParameterDeclaration, _ origin: ParameterDeclaration.Derived,
        against source: ParameterDeclaration
    ) {
        guard !source.allowed.isEmpty else { return }
        let keys = Set(origin.values.map(\.key))
        for missing in source.allowed where !keys.contains(missing) {
            reportMissing(missing, declaration, origin)
        }
        for entry in origin.values where !source.allowed.contains(entry.key) {
            context.report(
                "wrong-value", "\(origin.from) is never \"\(entry.key)\"",
                fix: NearestName.suggestion(for: entry.key, among: source.allowed) ?? "",
                at: entry.node)
        }
    }

    private func reportMissing(
        _ value: String, _ declaration: ParameterDeclaration,
        _ origin: ParameterDeclaration.Derived
    ) {
        context.report(
            "missing-value",
            "\"\(declaration.name)\" has no value for \(origin.from) \"\(value)\"",
            fix: "add \"\(value):\" to its values", at: declaration.node)
    }

    private func reportSource(_ origin: ParameterDeclaration.Derived) {
        let isDerived = declarations.contains {
            if case .derived = $0.origin { $0.name == origin.from } else { false }
        }
        // A declaration that could not be read has its own mistake.
        guard isDerived || !(names?.contains(origin.from) ?? true) else { return }
        context.report(
            "unknown-parameter",
            isDerived
                ? "\"\(origin.from)\" follows from another parameter itself"
                : "there is no parameter \"\(origin.from)\"",
            fix: NearestName.suggestion(for: origin.from, among: given.keys.sorted())
                ?? "name a parameter with a default",
            at: origin.fromNode)
    }
}
