import Fields
import LocatedYAML
import Rollout

/// Checks what steps say about each other.
struct Needs {
    let steps: [DecodedStep]
    let names: Names
    let context: ReadingContext

    /// Reports references that lead nowhere, to the step itself, and circles.
    func check() {
        let places = self.places
        for step in steps {
            for need in step.needs { names.check(need.text, .step, at: need.node, in: context) }
            for other in step.notBy { checkExclusion(other, of: step, places) }
        }
        reportCircles(places)
    }

    /// The places of the steps that a reference names.
    private var places: [String: [Int]] {
        var places: [String: [Int]] = [:]
        for (index, step) in steps.enumerated() {
            guard let id = step.id, let family = step.family else { continue }
            places[id, default: []].append(index)
            if family != id { places[family, default: []].append(index) }
        }
        return places
    }

    private func checkExclusion(
        _ other: (text: String, node: YAMLNode), of step: DecodedStep, _ places: [String: [Int]]
    ) {
        names.check(other.text, .step, at: other.node, in: context)
        if other.text == step.id || other.text == step.family {
            context.report(
                "self-reference", "a step cannot exclude its own signers",
                fix: "name another step", at: other.node)
            return
        }
        // A step with a mistake may well ask for a sign-off.
        let named = places[other.text, default: []].map { steps[$0].step }
        guard !named.isEmpty, named.allSatisfy({ $0 != nil && $0?.signOff == nil }) else { return }
        context.report(
            "no-signers", "nobody signs \"\(other.text)\", so that this excludes nobody",
            severity: .warning, fix: "name a step that asks for a sign-off", at: other.node)
    }

    /// Reports each circle once, at the need that closes it, with its steps in order.
    private func reportCircles(_ places: [String: [Int]]) {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: steps.count)
        var reported: Set<SourceSpan> = []
        for root in steps.indices where marks[root] == .new {
            // Each entry: a step and the needs of it that are still to be followed.
            var path: [(step: Int, left: [(target: Int, node: YAMLNode)])] = []
            func enter(_ index: Int) {
                marks[index] = .open
                let needs = steps[index].needs.flatMap { need in
                    places[need.text, default: []].map { (target: $0, node: need.node) }
                }
                path.append((index, needs.reversed()))
            }
            enter(root)
            while let top = path.indices.last {
                guard let need = path[top].left.popLast() else {
                    marks[path[top].step] = .done
                    path.removeLast()
                    continue
                }
                switch marks[need.target] {
                case .new: enter(need.target)
                case .done: break
                case .open:
                    guard reported.insert(need.node.span).inserted else { break }
                    let start = path.firstIndex { $0.step == need.target } ?? 0
                    report(path[start...].map(\.step) + [need.target], at: need.node)
                }
            }
        }
    }

    private func report(_ circle: [Int], at node: YAMLNode) {
        let ids = circle.compactMap { steps[$0].id }.joined(separator: " → ")
        context.report(
            "cycle",
            (circle.count == 2 ? "the step waits for itself: " : "the steps wait for each other: ")
                + ids, fix: "remove one of these needs", at: node)
    }
}
