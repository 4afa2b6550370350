import Fields
import LocatedYAML
import Rollout

/// The names that a checklist declares, for references from elsewhere in it.
///
/// A name counts as declared although the rest of its entry is wrong: one mistake is reported once,
/// and not again at every reference.
struct DeclaredNames: Sendable {
    /// What a reference leads to.
    enum Kind: String, Sendable {
        case role, site, phase, effect, step
    }

    private var declared: [Kind: Set<String>] = [:]
    /// The same in the order of the text, for suggestions.
    private var listed: [Kind: [String]] = [:]
    /// Of these, some names could not be read, so that any reference may be right.
    private var open: Set<Kind> = []
    /// Steps whose `for-each` could not be read, so that any `STEP/VALUE` may be right.
    private var openFamilies: Set<String> = []

    /// Declares a name; one that is declared already is reported.
    mutating func declare(
        _ name: String, _ kind: Kind, at node: YAMLNode, in context: ReadingContext
    ) {
        if alias(name, kind) { return }
        context.report(
            "duplicate-id", "there is already a \(kind.rawValue) \"\(name)\"",
            fix: "give one of them another id", at: node)
    }

    /// Declares the name that an entry has in a field, as far as it can be read.
    mutating func declare(_ field: Field<String>, of reader: MappingReader, _ kind: Kind) {
        guard let node = reader.node(of: field), node.kind == .scalar, !node.isNothing else {
            leaveOpen(kind)
            return
        }
        if let name = reader[field] {
            declare(name, kind, at: node, in: reader.context)
        } else {
            alias(node.text, kind)
        }
    }

    /// Declares the ids of the steps that one entry stands for, each written id once.
    mutating func declare(_ steps: [DecodedStep], in context: ReadingContext) {
        var families: Set<String> = []
        for step in steps {
            guard let family = step.family else {
                leaveOpen(.step)
                continue
            }
            if step.id == nil { openFamilies.insert(family) }
            if families.insert(family).inserted {
                declare(family, .step, at: step.idNode, in: context)
            }
            if let id = step.id, id.value != nil { alias(id.text, .step) }
        }
    }

    /// Adds a further name that references may use; false where it is there already.
    @discardableResult
    mutating func alias(_ name: String, _ kind: Kind) -> Bool {
        guard declared[kind, default: []].insert(name).inserted else { return false }
        listed[kind, default: []].append(name)
        return true
    }

    /// Lets any reference stand, because not all names could be read.
    mutating func leaveOpen(_ kind: Kind) { open.insert(kind) }

    /// Whether there may be something of a kind, read or not.
    func mayHave(_ kind: Kind) -> Bool {
        open.contains(kind) || !declared[kind, default: []].isEmpty
    }

    func check(_ role: Located<RoleID>, in context: ReadingContext) {
        check(role.value.text, .role, at: role.node.span, of: role.node, in: context)
    }

    func check(_ site: Located<SiteID>, in context: ReadingContext) {
        check(site.value.text, .site, at: site.node.span, of: site.node, in: context)
    }

    func check(_ step: Located<StepID>, in context: ReadingContext) {
        guard !openFamilies.contains(step.value.family) else { return }
        check(step.value.text, .step, at: step.node.span, of: step.node, in: context)
    }

    func check(effect: Located<String>, in context: ReadingContext) {
        check(effect.value, .effect, at: effect.node.span, of: effect.node, in: context)
    }

    /// Reports a phase, a part of a node, that is not there.
    func check(
        _ phase: PhaseID, at span: SourceSpan, of node: YAMLNode, in context: ReadingContext
    ) {
        check(phase.text, .phase, at: span, of: node, in: context)
    }

    private func check(
        _ name: String, _ kind: Kind, at span: SourceSpan, of node: YAMLNode,
        in context: ReadingContext
    ) {
        guard !open.contains(kind), !declared[kind, default: []].contains(name) else { return }
        context.report(
            "unknown-\(kind.rawValue)", "there is no \(kind.rawValue) \"\(name)\"",
            fix: NearestName.suggestion(for: name, among: listed[kind, default: []])
                ?? "declare it first", at: span, in: node.source)
    }
}
