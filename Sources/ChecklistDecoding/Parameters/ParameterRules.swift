import Fields
import LocatedYAML
import Rollout

/// What must hold between the declarations of parameters, whatever their values.
///
/// A checklist is right for every choice of values or for none.
struct ParameterRules {
    let declarations: [ParameterDeclaration]
    let places: [String: Int]
    /// The names of all declarations; nil where they could not be read.
    let names: Set<String>?
    let context: ReadingContext

    /// Reports what is wrong; the places of the declarations, each after those that it needs.
    func check() -> [Int] {
        for declaration in declarations {
            switch declaration.rule {
            case .given(let fallback): check(fallback, of: declaration)
            case .derived(let derived): check(derived, of: declaration)
            }
        }
        return reportCircles()
    }

    private func declaration(_ name: String) -> ParameterDeclaration? {
        places[name].map { declarations[$0] }
    }

    private func check(_ fallback: Located<Template>, of declaration: ParameterDeclaration) {
        let needs = fallback.value.names
        if needs.isEmpty, let text = fallback.value.filled({ _, _ in nil }) {
            declaration.reportUnfit(text, at: fallback.node, in: context)
        }
        for name in needs {
            let span = { fallback.value.span(of: name) }
            guard let other = self.declaration(name) else {
                guard let names, !names.contains(name) else { continue }
                Substitution.reportUnknown(
                    name, fallback.node, span, in: context,
                    among: declarations.map(\.name).filter { $0 != declaration.name })
                continue
            }
            guard declaration.reach == .rollout, reach(of: other) == .wording else { continue }
            context.report(
                "wording-scope",
                "\"\(declaration.name)\" tells rollouts apart, but its default names \"\(name)\", "
                    + "whose scope is wording",
                fix: "give \"\(declaration.name)\" scope: wording too", at: span(),
                in: fallback.node.source)
        }
    }

    /// The scope of a parameter, or of the one that it follows from.
    private func reach(of declaration: ParameterDeclaration) -> Parameter.Reach {
        guard case .derived(let derived) = declaration.rule else { return declaration.reach }
        return self.declaration(derived.from)?.reach ?? .rollout
    }

    private func check(
        _ derived: ParameterDeclaration.Derived, of declaration: ParameterDeclaration
    ) {
        for entry in derived.values {
            declaration.reportUnfit(entry.value, at: entry.node, in: context)
        }
        guard let source = self.declaration(derived.from), !source.isDerived else {
            reportSource(derived)
            return
        }
        for missing in source.allowed where derived.isComplete && derived.table[missing] == nil {
            declaration.reportMissing(missing, of: derived.from, in: context)
        }
        guard !source.possible.isEmpty else { return }
        for entry in derived.values where !source.possible.contains(entry.key) {
            context.report(
                "wrong-value", "\(derived.from) is never \"\(entry.key)\"",
                fix: NearestName.suggestion(for: entry.key, among: source.allowed) ?? "",
                at: entry.node)
        }
    }

    private func reportSource(_ derived: ParameterDeclaration.Derived) {
        let isDerived = declaration(derived.from) != nil
        // A declaration that could not be read has its own mistake.
        guard isDerived || !(names?.contains(derived.from) ?? true) else { return }
        context.report(
            "unknown-parameter",
            isDerived
                ? "\"\(derived.from)\" follows from another parameter itself"
                : "there is no parameter \"\(derived.from)\"",
            fix: NearestName.suggestion(
                for: derived.from, among: declarations.filter { !$0.isDerived }.map(\.name))
                ?? "name a parameter with a default",
            at: derived.fromNode)
    }

    private func reportCircles() -> [Int] {
        let graph = DependencyGraph(count: declarations.count) { place in
            // Where one follows from another that follows itself, that is reported already.
            declarations[place].needs.compactMap { name in
                places[name].map { (target: $0, edge: name) }
            }.filter { !declarations[place].isDerived || !declarations[$0.target].isDerived }
        }
        for circle in graph.circles {
            let declaration = declarations[circle.from]
            let path = circle.nodes.map { declarations[$0].name }.joined(separator: " → ")
            let message =
                circle.nodes.count == 2
                ? "the default names the parameter itself: \(path)"
                : "the values follow from each other in a circle: \(path)"
            let fix = "write one of these defaults without a parameter"
            switch declaration.rule {
            case .given(let fallback):
                context.report(
                    "cycle", message, fix: fix, at: fallback.value.span(of: circle.edge),
                    in: fallback.node.source)
            case .derived(let derived):
                context.report("cycle", message, fix: fix, at: derived.fromNode)
            }
        }
        return graph.order
    }
}

extension ParameterDeclaration {
    /// Reports a value that the parameter may not take.
    func reportUnfit(_ value: String, at node: YAMLNode, in context: ReadingContext) {
        guard !allowed.isEmpty, !possible.contains(value) else { return }
        let what = isDerived ? "" : "the default "
        context.report(
            "wrong-value", "\(what)\"\(value)\" is not one of the values of one-of",
            fix: NearestName.suggestion(for: value, among: allowed) ?? "", at: node)
    }

    /// Reports a value of the parameter that this one follows from, for which it has none.
    func reportMissing(_ value: String, of source: String, in context: ReadingContext) {
        context.report(
            "missing-value", "\"\(name)\" has no value for \(source) \"\(value)\"",
            fix: "add \"\(value):\" to its values", at: node)
    }
}
