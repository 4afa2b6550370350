/// Finds the steps whose own evidence is there, but which wait for others.
struct NeedsJudge {
    let checklist: Checklist
    /// What each step's own evidence says, in the order of the checklist.
    let own: [StepJudge.Finding]

    /// The same with `blocked` where a needed step is not ready.
    ///
    /// A step becomes ready only after everything it needs, so that steps in a circle never do.
    /// A needed step that does not apply is not waited for.
    var findings: [StepJudge.Finding] {
        let places = self.places
        let needs = checklist.steps.map { neededSteps($0, places) }
        let isLost = checklist.steps.map { step in step.needs.contains { places[$0] == nil } }
        var waitedForBy = [[Int]](repeating: [], count: own.count)
        for (step, needed) in needs.enumerated() {
            for other in needed { waitedForBy[other].append(step) }
        }
        var open = needs.map(\.count)
        var isReady = [Bool](repeating: false, count: own.count)
        var next = own.indices.filter { own[$0].status == .ready && open[$0] == 0 && !isLost[$0] }
        while let step = next.popLast() {
            isReady[step] = true
            for waiting in waitedForBy[step] {
                open[waiting] -= 1
                if open[waiting] == 0, own[waiting].status == .ready, !isLost[waiting] {
                    next.append(waiting)
                }
            }
        }
        return own.indices.map { index in
            guard own[index].status == .ready, !isReady[index] else { return own[index] }
            return (.blocked, reason(index, needs[index].filter { !isReady[$0] }))
        }
    }

    /// The places of the steps that a step waits for, each once.
    private func neededSteps(_ step: Step, _ places: [String: [Int]]) -> [Int] {
        Set(step.needs.flatMap { places[$0, default: []] })
            .filter { own[$0].status != .notApplicable }.sorted()
    }

    /// The places of the steps that a reference names.
    private var places: [String: [Int]] {
        var places: [String: [Int]] = [:]
        for (index, step) in checklist.steps.enumerated() {
            places[step.id, default: []].append(index)
            if step.family != step.id { places[step.family, default: []].append(index) }
        }
        return places
    }

    private func reason(_ index: Int, _ waitsFor: [Int]) -> String {
        guard let first = waitsFor.first else {
            return "It needs a step that the checklist does not have."
        }
        let status = own[first].status == .ready ? StepStatus.blocked : own[first].status
        let more = waitsFor.count > 1 ? ", and \(waitsFor.count - 1) more" : ""
        return "It needs \(checklist.steps[first].id), which is \(status.rawValue)\(more)."
    }
}
