package import Rollout

/// A check that is to be carried out for a step.
package struct PlannedCheck: Sendable {
    package let step: String
    /// The place of the check in its step, from 0.
    package let position: Int
    package let check: any Check
    package let surroundings: Surroundings

    package init(step: String, position: Int, check: any Check, surroundings: Surroundings) {
        self.step = step
        self.position = position
        self.check = check
        self.surroundings = surroundings
    }
}

/// Carries out checks, several at a time.
package struct Evaluator: Sendable {
    /// How many checks run at once, at least 1.
    private let jobs: Int

    package init(jobs: Int) {
        self.jobs = max(1, jobs)
    }

    /// Carries out a plan.
    ///
    /// Where the task is cancelled no further check is begun, those under way are ended, and what
    /// they would say is dropped: only what was observed in full counts.
    ///
    /// - Parameters:
    ///   - plan: The checks, in the order of the results.
    ///   - onResult: Called for each result as it comes, one at a time, with its place in the plan.
    /// - Returns: The results in the order of the plan; nil for a check that was not carried out.
    /// - Throws: What `onResult` throws; the rest is then ended.
    package func run(
        _ plan: [PlannedCheck], onResult: (Int, CheckResult) async throws -> Void
    ) async throws -> [CheckResult?] {
        var results = [CheckResult?](repeating: nil, count: plan.count)
        try await withThrowingTaskGroup(of: (Int, CheckResult?).self) { group in
            defer { group.cancelAll() }
            var next = 0
            while next < min(jobs, plan.count) {
                Self.start(plan[next], at: next, in: &group)
                next += 1
            }
            while let (index, result) = try await group.next() {
                if let result {
                    results[index] = result
                    try await onResult(index, result)
                }
                if next < plan.count, !Task.isCancelled {
                    Self.start(plan[next], at: next, in: &group)
                    next += 1
                }
            }
        }
        return results
    }

    private static func start(
        _ planned: PlannedCheck, at index: Int,
        in group: inout ThrowingTaskGroup<(Int, CheckResult?), any Error>
    ) {
        group.addTask {
            let timeout = planned.check.timeout ?? planned.surroundings.timeout
            let result = await planned.check.carryOut(
                in: planned.surroundings.with(timeout: timeout))
            return (index, Task.isCancelled ? nil : result)
        }
    }
}
