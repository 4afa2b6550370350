extension Checklist {
    /// Why outcomes of checks on record do not count at an instant, by the number of their entries.
    ///
    /// `notKept` are the numbers of entries with files that can no longer be shown as they were.
    package func outcomeReasons(
        of entries: [Entry], asOf: Instant, notKept: Set<Int> = []
    ) -> [Int: RecordReason] {
        let judge = RolloutJudge(
            self, Corrections(entries, of: self).entries, at: asOf, notKept: notKept)
        let index = judge.index
        var reasons: [Int: RecordReason] = [:]
        for place in index.entries.indices where index.entries[place].isOutcome {
            reasons[index.entries[place].sequence] =
                index.checkObjections[place].map { .outcome($0) } ?? .gone
        }
        for check in judge.steps.flatMap(\.checks) {
            for (place, reason) in check.reasons(at: asOf) {
                reasons[index.entries[place].sequence] = reason
            }
        }
        return reasons
    }
}

extension Entry {
    fileprivate var isOutcome: Bool {
        if case .check = statement.body { true } else { false }
    }
}
