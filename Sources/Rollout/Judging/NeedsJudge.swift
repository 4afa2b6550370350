/// Finds the steps whose own evidence is there, but which wait for others or rest on their waivers.
struct NeedsJudge {
    let graph: NeedsGraph
    let checklist: Checklist
    /// What each step's own evidence says, in the order of the checklist.
    let own: [StepJudge.Own]
    let index: EvidenceIndex

    /// Where a step stands when its needs are counted in.
    struct Standing {
        let finding: StepFinding
        /// The waivers that it rests on, by entry.
        let restsOn: [Int]
    }

    /// One for each step, in the order of the checklist.
    ///
    /// A step becomes ready only after everything it needs, so that steps in a circle never do. A
    /// needed step that does not apply is not waited for; one that is waived lets pass, but taints.
    var standings: [Standing] {
        var open = graph.needs.map(\.count)
        var passes = [Bool](repeating: false, count: graph.needs.count)
        var restsOn = [Set<Int>](repeating: [], count: graph.needs.count)
        var next: [Int] = []
        for node in graph.needs.indices where open[node] == 0 || doesNotWait(node) {
            next.append(node)
        }
        var done = [Bool](repeating: false, count: graph.needs.count)
        while let node = next.popLast() {
            guard !done[node] else { continue }
            done[node] = true
            guard mayPass(node) else { continue }
            passes[node] = true
            if node < graph.steps, let waiver = own[node].waiver {
                restsOn[node] = [index.entries[waiver].sequence]
            }
            for other in graph.waiting[node] {
                open[other] -= 1
                if !doesNotWait(other) { restsOn[other].formUnion(restsOn[node]) }
                if open[other] == 0 { next.append(other) }
            }
        }
        let blockers = self.blockers(passes)
        return own.indices.map { step in
            standing(step, passes: passes, restsOn: restsOn[step].sorted(), blockers)
        }
    }

    /// For each family, the first of its steps that does not pass, and how many do not.
    private func blockers(_ passes: [Bool]) -> [Int: (first: Int, count: Int)] {
        var blockers: [Int: (first: Int, count: Int)] = [:]
        for family in graph.needs.indices.dropFirst(graph.steps) {
            let open = graph.needs[family].filter { !passes[$0] }
            if let first = open.first { blockers[family] = (first, open.count) }
        }
        return blockers
    }

    /// What does not apply or is waived stands as it does, whatever it needs.
    private func doesNotWait(_ node: Int) -> Bool {
        guard node < graph.steps else { return false }
        return own[node].finding.status == .notApplicable || own[node].finding.status == .waived
    }

    private func mayPass(_ node: Int) -> Bool {
        guard node < graph.steps else { return true }
        return own[node].finding.status.isSettled
            && (doesNotWait(node) || graph.missing[node] == nil)
    }

    private func standing(
        _ step: Int, passes: [Bool], restsOn: [Int], _ blockers: [Int: (first: Int, count: Int)]
    ) -> Standing {
        let finding = own[step].finding
        guard finding.status == .ready else { return Standing(finding: finding, restsOn: restsOn) }
        guard passes[step] else {
            return Standing(finding: blocked(step, passes, blockers), restsOn: [])
        }
        guard !restsOn.isEmpty else { return Standing(finding: finding, restsOn: []) }
        return Standing(
            finding: StepFinding(.ready, .restsOnWaivers(restsOn)), restsOn: restsOn)
    }

    private func blocked(
        _ step: Int, _ passes: [Bool], _ blockers: [Int: (first: Int, count: Int)]
    ) -> StepFinding {
        let waitsFor = graph.needs[step].filter { !passes[$0] }
            .map { blockers[$0] ?? (first: $0, count: 1) }
        guard let first = waitsFor.first?.first else {
            return StepFinding(.blocked, .needsMissingStep(graph.missing[step] ?? ""))
        }
        let status = own[first].finding.status
        return StepFinding(
            .blocked,
            .needs(
                checklist.steps[first].id, status: status == .ready ? .blocked : status,
                more: waitsFor.reduce(-1) { $0 + $1.count }))
    }
}
