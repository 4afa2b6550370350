/// Which steps wait for which: a node for each step, and one for each family that is needed as a
/// whole, so that many steps that wait for many stay few arrows.
struct NeedsGraph {
    /// The nodes that a node waits for, each once.
    private(set) var needs: [[Int]]
    /// The nodes that wait for a node.
    private(set) var waiting: [[Int]]
    /// For each step that needs what the checklist does not have: the first such reference.
    private(set) var missing: [Int: StepID] = [:]
    /// The number of steps; nodes from there on are families.
    let steps: Int

    init(_ checklist: Checklist) {
        steps = checklist.steps.count
        needs = [[Int]](repeating: [], count: steps)
        var families: [StepID: Int] = [:]
        for (place, step) in checklist.steps.enumerated() {
            var nodes: [Int] = []
            for reference in step.needs {
                let named = checklist.places(named: reference)
                if named.isEmpty {
                    missing[place] = missing[place] ?? reference
                } else if named.count == 1 {
                    nodes.append(named[0])
                } else if let family = families[reference] {
                    nodes.append(family)
                } else {
                    families[reference] = needs.count
                    nodes.append(needs.count)
                    needs.append(named)
                }
            }
            needs[place] = nodes.count < 2 ? nodes : Set(nodes).sorted()
        }
        waiting = [[Int]](repeating: [], count: needs.count)
        for (node, needed) in needs.enumerated() {
            for other in needed { waiting[other].append(node) }
        }
    }
}
