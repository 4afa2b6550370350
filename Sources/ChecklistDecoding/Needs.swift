import LocatedYAML
import Rollout

/// Checks what steps say about each other.
struct Needs {
    let steps: [DecodedStep]
    let names: Names
    let context: ReadingContext

    /// Reports references that lead nowhere, to the step itself, and circles.
    func check() {
        for step in steps {
            for need in step.needs { names.check(need.text, .step, at: need.node, in: context) }
            for other in step.notBy {
                names.check(other.text, .step, at: other.node, in: context)
                if other.text == step.id || other.text == step.family {
                    context.report(
                        "self-reference", "a step cannot exclude its own signers",
                        fix: "name another step",
                        at: other.node)
                }
            }
        }
        reportCircles()
    }

    /// Reports each circle once, at the need that closes it, with its steps in order.
    private func reportCircles() {
        var places: [String: [Int]] = [:]
        for (index, step) in steps.enumerated() {
            for name in Set([step.id, step.family].compactMap(\.self)) {
                places[name, default: []].append(index)
            }
        }
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: steps.count)
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
                    let start = path.firstIndex { $0.step == need.target } ?? 0
                    let circle =
                        (path[start...].map(\.step) + [need.target]).compactMap { steps[$0].id }
                    context.report(
                        "cycle",
                        "the steps wait for each other: " + circle.joined(separator: " → "),
                        fix: "remove one of these needs", at: need.node)
                }
            }
        }
    }
}
