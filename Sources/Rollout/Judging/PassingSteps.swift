/// Which steps let the steps behind them pass, kept up to date while single steps change.
struct PassingSteps {
    private let graph: NeedsGraph
    /// What the own evidence of each step says.
    private var own: [StepStatus]
    private var passes: [Bool]
    private var taints: [Bool]
    /// For each node how many of those that it waits for do not pass.
    private var open: [Int]
    /// For each node how many of those that it waits for pass and taint.
    private var tainting: [Int]

    init(_ graph: NeedsGraph, own: [StepJudge.Own]) {
        self.graph = graph
        self.own = own.map(\.finding.status)
        passes = [Bool](repeating: false, count: graph.needs.count)
        taints = passes
        open = graph.needs.map(\.count)
        tainting = [Int](repeating: 0, count: graph.needs.count)
        _ = settle(Array(graph.needs.indices))
    }

    /// Where a step stands with its needs counted in; *blocked* where they hold it back.
    func status(of step: Int) -> StepStatus {
        own[step] == .ready && !passes[step] ? .blocked : own[step]
    }

    func isTainted(_ step: Int) -> Bool { taints[step] }

    /// Takes in what the own evidence of a step says now; the steps that this may have changed.
    mutating func update(_ step: Int, to own: StepJudge.Own) -> [Int] {
        guard self.own[step] != own.finding.status else { return [] }
        self.own[step] = own.finding.status
        return settle([step])
    }

    /// Works through nodes, and through those behind each that changes.
    private mutating func settle(_ nodes: [Int]) -> [Int] {
        var changed: Set<Int> = []
        var next = nodes
        while let node = next.popLast() {
            if node < graph.steps { changed.insert(node) }
            let (passed, tainted) = (passes[node], taints[node])
            let (isPassing, isTainting) = state(of: node)
            guard passed != isPassing || tainted != isTainting else { continue }
            passes[node] = isPassing
            taints[node] = isTainting
            for behind in graph.waiting[node] {
                open[behind] += (passed ? 1 : 0) - (isPassing ? 1 : 0)
                tainting[behind] += (isTainting ? 1 : 0) - (tainted ? 1 : 0)
                next.append(behind)
            }
        }
        return changed.sorted()
    }

    private func state(of node: Int) -> (passes: Bool, taints: Bool) {
        guard node < graph.steps else {
            return (open[node] == 0, open[node] == 0 && tainting[node] > 0)
        }
        switch Passage(own[node]) {
        case .always(let taints): return (true, taints)
        case .withNeeds:
            let isPassing = open[node] == 0 && graph.missing[node] == nil
            return (isPassing, isPassing && tainting[node] > 0)
        case .never: return (false, false)
        }
    }
}
