package import Rollout

/// Carries out checks, several at a time.
package struct Evaluator: Sendable {
    /// How many checks run at once, at least 1.
    private let jobs: Int
    /// How far a check may go beyond its time limit before its result says so.
    private let leniency: Duration

    private typealias Group = ThrowingTaskGroup<(Int, CheckOutcome.Outcome?), any Error>

    /// An evaluator that runs so many checks at once; a number below 1 counts as 1.
    package init(jobs: Int, leniency: Duration = .seconds(5)) {
        self.jobs = max(1, jobs)
        self.leniency = leniency
    }

    /// Carries out a plan.
    ///
    /// Where the task is cancelled no further check is begun, those under way are ended, and what
    /// they would say is dropped: only what was observed in full counts. What was observed before
    /// is delivered all the same, so `onResult` may be called in a task that is cancelled already.
    /// A check makes room for the next one only when its result was delivered.
    ///
    /// - Parameters:
    ///   - plan: The checks, in the order of the results.
    ///   - onResult: Called for each result as it comes, for several at once, with its place in the
    ///     plan.
    /// - Returns: The outcomes in the order of the plan, without what they rest on, which is with the
    ///   receiver; nil for a check that was not carried out.
    /// - Throws: What `onResult` throws; the rest is then ended.
    package func run(
        _ plan: [PlannedCheck],
        onResult: @escaping @Sendable (Int, CheckOutcome) async throws -> Void
    ) async throws -> [CheckOutcome.Outcome?] {
        var results = [CheckOutcome.Outcome?](repeating: nil, count: plan.count)
        try await withThrowingTaskGroup(of: (Int, CheckOutcome.Outcome?).self) { group in
            defer { group.cancelAll() }
            var next = 0
            while next < min(jobs, plan.count) {
                start(plan[next], at: next, in: &group, onResult)
                next += 1
            }
            while let (index, result) = try await group.next() {
                results[index] = result
                if next < plan.count, !Task.isCancelled {
                    start(plan[next], at: next, in: &group, onResult)
                    next += 1
                }
            }
        }
        return results
    }

    private func start(
        _ planned: PlannedCheck, at index: Int, in group: inout Group,
        _ onResult: @escaping @Sendable (Int, CheckOutcome) async throws -> Void
    ) {
        let leniency = self.leniency
        // A group that is cancelled begins nothing, also not the first of its checks.
        _ = group.addTaskUnlessCancelled(executorPreference: CheckExecutor.shared) {
            let began = ContinuousClock().now
            var outcome = await planned.check.carryOut(in: planned.environment)
            guard !Task.isCancelled else { return (index, nil) }
            let spent = began.duration(to: ContinuousClock().now)
            if spent > planned.timeout + leniency { outcome = outcome.late(planned.timeout) }
            try await onResult(index, outcome)
            return (index, outcome.outcome)
        }
    }
}

extension CheckOutcome {
    /// The outcome of a check that did not keep to its time limit, which is a fault of the check.
    ///
    /// A no stays a no; a yes that came too late is not known to be one.
    fileprivate func late(_ limit: Duration) -> CheckOutcome {
        CheckOutcome(
            findings: findings,
            obstacle: obstacle ?? Obstacle(.checkTimedOut, ["limit": limit.language]),
            observedAt: observedAt, facts: facts)
    }
}
