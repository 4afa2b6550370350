/// The corrections among the entries of a checklist, and the entries as they count with them.
package struct Corrections: Sendable {
    /// In the order of the ledger.
    package let assessments: [CorrectionAssessment]
    /// The entries in their order, those that a correction names with their true time.
    package let entries: [Entry]

    package init(_ entries: [Entry], of checklist: Checklist) {
        let made = entries.filter {
            $0.statement.body.kind == .correction
                && $0.statement.rollout.id.utf8.elementsEqual(checklist.id.utf8)
        }
        guard !made.isEmpty else {
            assessments = []
            self.entries = entries
            return
        }
        let targets = Dictionary(entries.map { ($0.sequence, $0) }) { first, _ in first }
        var times: [Int: Instant] = [:]
        var assessments: [CorrectionAssessment] = []
        for entry in made.sorted(by: { $0.sequence < $1.sequence }) {
            guard case .correction(let correction) = entry.statement.body else { continue }
            let target = targets[correction.entry.sequence]
            let reason = Self.reason(entry, correction, target, checklist)
            if reason == .counts { times[correction.entry.sequence] = correction.time }
            assessments.append(
                CorrectionAssessment(
                    entry: entry, correction: correction, recordedAs: target?.recordedAt,
                    reason: reason))
        }
        self.assessments = assessments
        self.entries = entries.map { entry in times[entry.sequence].map(entry.taken) ?? entry }
    }

    private static func reason(
        _ entry: Entry, _ correction: Correction, _ target: Entry?, _ checklist: Checklist
    ) -> CorrectionReason {
        guard checklist.isOwner(entry.statement.actor, at: entry.recordedAt) else {
            return .notTheOwner
        }
        guard
            checklist.objection(to: entry.authentication, of: entry.statement.body) == nil
        else { return .unauthenticated }
        guard let target, target.sequence < entry.sequence,
            target.digest == correction.entry.digest
        else { return .noSuchEntry }
        guard target.recordedAt > entry.recordedAt else { return .notAhead }
        return correction.time <= entry.recordedAt ? .counts : .inTheFuture
    }
}

extension Entry {
    /// The same entry as if the ledger had taken it at another time.
    fileprivate func taken(at time: Instant) -> Entry {
        Entry(
            sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts,
            statement: statement, signature: signature, digest: digest
        ).authenticated(authentication)
    }
}
