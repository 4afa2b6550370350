import Fields
import LocatedYAML
import Rollout

/// Checks what steps say about each other.
struct StepReferences {
    let steps: [DecodedStep]
    let names: DeclaredNames
    let context: ReadingContext

    /// Reports references that lead nowhere, to the step itself, and circles.
    func check() {
        let places = self.places
        var signers: [StepID: Bool] = [:]
        for step in steps {
            for need in step.needs { names.check(need, in: context) }
            for other in step.notBy { checkExclusion(other, of: step, places, &signers) }
        }
        reportCircles(places)
    }

    /// The places of the steps that a reference names.
    private var places: [StepID: [Int]] {
        var places: [StepID: [Int]] = [:]
        for (index, step) in steps.enumerated() {
            guard let id = step.id else { continue }
            places[id, default: []].append(index)
            if id.value != nil { places[id.root, default: []].append(index) }
        }
        return places
    }

    /// - Parameters:
    ///   - other: Whose signers the step excludes.
    ///   - step: The step that excludes them.
    ///   - places: The places of the steps that a reference names.
    ///   - signers: Whether anybody may sign what a reference names, as far as it was looked at.
    private func checkExclusion(
        _ other: Located<StepID>, of step: DecodedStep, _ places: [StepID: [Int]],
        _ signers: inout [StepID: Bool]
    ) {
        names.check(other, in: context)
        if let id = step.id, other.value.names(id) {
            context.report(
                "self-reference", "a step cannot exclude its own signers",
                fix: "name another step", at: other.node)
            return
        }
        let maySign = signers[other.value] ?? maySign(places[other.value, default: []])
        signers[other.value] = maySign
        guard !maySign else { return }
        context.report(
            "no-signers", "nobody signs \"\(other.value)\", so this excludes nobody",
            severity: .warning, fix: "name a step that asks for a sign-off", at: other.node)
    }

    private func maySign(_ named: [Int]) -> Bool {
        // A step with a mistake may well ask for a sign-off.
        named.isEmpty || named.contains { steps[$0].step.map { $0.signOff != nil } ?? true }
    }

    /// Reports each circle once, at the need that closes it, with its steps in order.
    private func reportCircles(_ places: [StepID: [Int]]) {
        // A family is a thing of its own that needs its steps, so that a need is one way.
        let families = places.keys.filter { places[$0, default: []].count > 1 }.sorted()
        let nodes = Dictionary(
            families.enumerated().map { ($1, steps.count + $0) },
            uniquingKeysWith: { first, _ in first })
        let graph = DependencyGraph<YAMLNode?>(count: steps.count + families.count) { node in
            guard node < steps.count else {
                return places[families[node - steps.count], default: []].map { ($0, nil) }
            }
            return steps[node].needs.compactMap { need -> (target: Int, edge: YAMLNode?)? in
                (nodes[need.value] ?? places[need.value]?.first).map { ($0, need.node) }
            }
        }
        var reported: Set<SourceSpan> = []
        for circle in graph.circles {
            var closed = circle.nodes.dropLast().filter { $0 < steps.count }
            guard let first = closed.first, let need = need(closing: circle, families) else {
                continue
            }
            closed.append(first)
            if reported.insert(need.span).inserted { report(closed, at: need) }
        }
    }

    /// The need at which a circle closes: that of a step, also where it leads through a family.
    private func need(
        closing circle: DependencyGraph<YAMLNode?>.Circle, _ families: [StepID]
    ) -> YAMLNode? {
        if let need = circle.edge { return need }
        guard circle.from >= steps.count,
            let step = circle.nodes.dropLast().last(where: { $0 < steps.count })
        else { return nil }
        let family = families[circle.from - steps.count]
        return steps[step].needs.first { $0.value == family }?.node
    }

    private func report(_ circle: [Int], at node: YAMLNode) {
        let ids = circle.compactMap { steps[$0].id?.text }.joined(separator: " → ")
        context.report(
            "cycle",
            (circle.count == 2 ? "the step waits for itself: " : "the steps wait for each other: ")
                + ids, fix: "remove one of these needs", at: node)
    }
}
