import LocatedYAML

/// The names that a checklist declares, for references from elsewhere in it.
struct Names: Sendable {
    /// What a reference leads to.
    enum Target: String, Sendable {
        case role, phase, effect, step
    }

    private var declared: [Target: Set<String>] = [:]

    /// Declares a name; one that is declared already is reported.
    mutating func declare(
        _ name: String, _ target: Target, at node: YAMLNode, in context: ReadingContext
    ) {
        if declared[target, default: []].insert(name).inserted { return }
        context.report(
            "duplicate-id", "there is already a \(target.rawValue) \"\(name)\"",
            fix: "give one of them another id", at: node)
    }

    /// Adds a further name that references may use.
    mutating func alias(_ name: String, _ target: Target) {
        declared[target, default: []].insert(name)
    }

    func has(_ name: String, _ target: Target) -> Bool {
        declared[target, default: []].contains(name)
    }

    /// Reports a reference that leads nowhere.
    func check(_ name: String, _ target: Target, at node: YAMLNode, in context: ReadingContext) {
        guard !has(name, target) else { return }
        context.report(
            "unknown-\(target.rawValue)", "there is no \(target.rawValue) \"\(name)\"",
            fix: NearestName.suggestion(for: name, among: declared[target, default: []].sorted())
                ?? "declare it first", at: node)
    }

    /// The texts of a list of references; those that lead nowhere are reported.
    func references(_ reader: MappingReader, _ field: Field<[String]>, to target: Target)
        -> [String]
    {
        reader.located(field).map { reference in
            check(reference.text, target, at: reference.node, in: reader.context)
            return reference.text
        }
    }
}
