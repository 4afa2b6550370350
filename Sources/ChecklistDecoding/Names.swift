import Fields
import LocatedYAML

/// The names that a checklist declares, for references from elsewhere in it.
///
/// A name counts as declared although the rest of its entry is wrong: one mistake is reported once,
/// and not again at every reference.
struct Names: Sendable {
    /// What a reference leads to.
    enum Target: String, Sendable {
        case role, phase, effect, step
    }

    private var declared: [Target: Set<String>] = [:]
    /// Of these, some names could not be read, so that any reference may be right.
    private var open: Set<Target> = []
    /// Steps whose `for-each` could not be read, so that any `STEP/VALUE` may be right.
    private var openFamilies: Set<String> = []

    /// Declares a name; one that is declared already is reported.
    mutating func declare(
        _ name: String, _ target: Target, at node: YAMLNode, in context: ReadingContext
    ) {
        if declared[target, default: []].insert(name).inserted { return }
        context.report(
            "duplicate-id", "there is already a \(target.rawValue) \"\(name)\"",
            fix: "give one of them another id", at: node)
    }

    /// Declares the name that an entry has in a field, as far as it can be read.
    mutating func declare(_ field: Field<String>, of reader: MappingReader, _ target: Target) {
        guard let node = reader.node(of: field), node.kind == .scalar, !node.isNothing else {
            leaveOpen(target)
            return
        }
        if let name = reader[field] {
            declare(name, target, at: node, in: reader.context)
        } else {
            alias(node.text, target)
        }
    }

    /// Adds a further name that references may use.
    mutating func alias(_ name: String, _ target: Target) {
        declared[target, default: []].insert(name)
    }

    /// Lets any reference stand, because not all names could be read.
    mutating func leaveOpen(_ target: Target) { open.insert(target) }

    /// Lets any `STEP/VALUE` of a step stand, because not all values could be read.
    mutating func leaveOpen(family: String) { openFamilies.insert(family) }

    /// Whether a reference may be right.
    func has(_ name: String, _ target: Target) -> Bool {
        if open.contains(target) || declared[target, default: []].contains(name) { return true }
        guard target == .step, let family = name.split(separator: "/").first else { return false }
        return openFamilies.contains(String(family))
    }

    /// Reports a reference that leads nowhere.
    func check(_ name: String, _ target: Target, at node: YAMLNode, in context: ReadingContext) {
        check(name, target, at: node.span, of: node, in: context)
    }

    /// Reports a reference, a part of a node, that leads nowhere.
    func check(
        _ name: String, _ target: Target, at span: SourceSpan, of node: YAMLNode,
        in context: ReadingContext
    ) {
        guard !has(name, target) else { return }
        context.report(
            "unknown-\(target.rawValue)", "there is no \(target.rawValue) \"\(name)\"",
            fix: NearestName.suggestion(for: name, among: declared[target, default: []].sorted())
                ?? "declare it first", at: span, in: node.source)
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
