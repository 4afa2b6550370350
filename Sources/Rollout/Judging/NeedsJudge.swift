/// Finds the steps whose own evidence is there, but which wait for others or rest on their waivers.
struct NeedsJudge {
    let graph: NeedsGraph
    let checklist: Checklist
    /// What each step's own evidence says, in the order of the checklist.
    let own: [StepJudge.Own]
    let index: EvidenceIndex

    /// One for each step, in the order of the checklist.
    ///
    /// A step becomes ready only after everything it needs, so that steps in a circle never do. A
    /// needed step that does not apply is not waited for; one that is waived lets pass, but taints.
    var standings: [StepStanding] {
        var open = graph.needs.map(\.count)
        var passes = [Bool](repeating: false, count: graph.needs.count)
        var restsOn = [[Int]](repeating: [], count: graph.needs.count)
        var next = graph.needs.indices.filter { open[$0] == 0 || doesNotWait($0) }
        var isDone = passes
        while let node = next.popLast() {
            guard !isDone[node] else { continue }
            isDone[node] = true
            guard mayPass(node) else { continue }
            passes[node] = true
            restsOn[node] = ownWaiver(of: node) ?? union(of: graph.needs[node], restsOn)
            for other in graph.waiting[node] {
                open[other] -= 1
                if open[other] == 0 { next.append(other) }
            }
        }
        let blockers = self.blockers(passes)
        return own.indices.map { standing($0, passes: passes, restsOn, blockers) }
    }

    /// The waiver of a step that is waived, none of one that does not apply; nil where what it
    /// needs tells.
    private func ownWaiver(of node: Int) -> [Int]? {
        guard doesNotWait(node) else { return nil }
        return own[node].waiver.map { [index.entries[$0].sequence] } ?? []
    }

    /// The waivers that some nodes rest on, in order; the same array where they rest on the same.
    private func union(of nodes: [Int], _ restsOn: [[Int]]) -> [Int] {
        guard let first = nodes.first(where: { !restsOn[$0].isEmpty }) else { return [] }
        let all = restsOn[first]
        guard nodes.contains(where: { !restsOn[$0].isEmpty && restsOn[$0] != all }) else {
            return all
        }
        return nodes.reduce(into: Set<Int>()) { $0.formUnion(restsOn[$1]) }.sorted()
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
        guard node < graph.steps, case .always = Passage(own[node].finding.status) else {
            return false
        }
        return true
    }

    private func mayPass(_ node: Int) -> Bool {
        guard node < graph.steps else { return true }
        switch Passage(own[node].finding.status) {
        case .always: return true
        case .withNeeds: return graph.missing[node] == nil
        case .never: return false
        }
    }

    private func standing(
        _ step: Int, passes: [Bool], _ restsOn: [[Int]],
        _ blockers: [Int: (first: Int, count: Int)]
    ) -> StepStanding {
        let finding = own[step].finding
        if let plain = own[step].withoutWaiver {
            let isHeldBack =
                graph.missing[step] != nil || !graph.needs[step].allSatisfy { passes[$0] }
            let waivers = union(of: graph.needs[step], restsOn)
            let without = counted(
                plain, isHeldBack ? blocked(step, passes, blockers) : nil, waivers)
            return StepStanding(
                finding: StepFinding(.waived, finding.reason.otherwise(without.reason)),
                withoutWaiver: without, restsOn: restsOn[step])
        }
        let counted = counted(
            finding, passes[step] ? nil : blocked(step, passes, blockers), restsOn[step])
        return StepStanding(
            finding: counted, withoutWaiver: nil,
            restsOn: counted.status == .ready ? restsOn[step] : [])
    }

    /// What own evidence comes to with the needs counted in: only what is ready may be held back.
    private func counted(
        _ finding: StepFinding, _ blocked: @autoclosure () -> StepFinding?, _ waivers: [Int]
    ) -> StepFinding {
        guard finding.status == .ready else { return finding }
        return blocked()
            ?? (waivers.isEmpty ? finding : StepFinding(.ready, .restsOnWaivers(waivers)))
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

extension StepReason {
    /// The reason of a waived step with another one for what it would be without the waiver.
    fileprivate func otherwise(_ reason: StepReason) -> StepReason {
        guard case .waived(let by, let until, let entry, _) = self else { return self }
        return .waived(by: by, until: until, entry: entry, otherwise: reason)
    }
}
