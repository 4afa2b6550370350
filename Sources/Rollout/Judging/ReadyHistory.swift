/// When the steps were ready, as far as it tells whether they were ready in time.
struct ReadyHistory {
    /// For each step the spans in which it was ready, with its needs counted in.
    private var ready: [[TimeSpan]]

    init(_ judge: RolloutJudge, until instant: Instant) {
        let graph = judge.graph
        ready = [[TimeSpan]](repeating: [], count: graph.steps)
        var passing = [[TimeSpan]](repeating: [], count: graph.needs.count)
        var open = graph.needs.map(\.count)
        var next = graph.needs.indices.filter { open[$0] == 0 }
        while let node = next.popLast() {
            let needed = graph.needs[node].reduce([TimeSpan.always]) {
                TimeSpan.common($0, passing[$1])
            }
            if node < graph.steps {
                (ready[node], passing[node]) = Self.spans(
                    judge, node, needed: needed, until: instant)
            } else {
                passing[node] = needed
            }
            for behind in graph.waiting[node] {
                open[behind] -= 1
                if open[behind] == 0 { next.append(behind) }
            }
        }
    }

    /// How a step stands to its due point at an instant.
    func punctuality(
        of step: Int, _ status: StepStatus, _ dueTime: Schedule.DueTime, at instant: Instant
    ) -> Punctuality {
        guard status != .notApplicable else { return .open }
        if let first = ready[step].first?.begins, first <= instant {
            return first < dueTime.lapses ? .finished(first) : .finishedLate(first)
        }
        return instant >= dueTime.lapses && !status.isSettled ? .late : .open
    }

    /// When a step was ready, and when it let those behind it pass: the table of `Passage` over time.
    private static func spans(
        _ judge: RolloutJudge, _ place: Int, needed: [TimeSpan], until instant: Instant
    ) -> (ready: [TimeSpan], passing: [TimeSpan]) {
        let step = judge.steps[place]
        guard judge.checklist.applicability(of: step.step) == .applies else {
            return ([], [.always])
        }
        let isNeeded = !judge.graph.waiting[place].isEmpty
        let isAlone = !isNeeded && judge.graph.needs[place].isEmpty
        let (own, waived) = StepHistory(step, until: instant).spans(onlyFirst: isAlone)
        var ready: [TimeSpan] = []
        if judge.graph.missing[place] == nil {
            ready = isAlone ? own : TimeSpan.common(own, needed)
        }
        return (ready, isNeeded ? TimeSpan.merged(ready + waived) : [])
    }
}
