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
        var newest: [Int: Int] = [:]
        var assessments: [CorrectionAssessment] = []
        let sorted = made.sorted(by: { $0.sequence < $1.sequence })
        let objections = AuthenticationObjections(sorted, in: checklist).reasons
        for (entry, objection) in zip(sorted, objections) {
            guard case .correction(let correction) = entry.statement.body else { continue }
            let target = targets[correction.entry.sequence]
            let reason =
                Self.reason(entry, objection, correction, target, checklist)
                ?? Self.order(correction, at: entry.recordedAt, entries, times) ?? .counts
            if reason == .counts {
                times[correction.entry.sequence] = correction.time
                newest[correction.entry.sequence] = entry.sequence
            }
            assessments.append(
                CorrectionAssessment(
                    entry: entry, correction: correction, recordedAs: target?.recordedAt,
                    reason: reason))
        }
        self.assessments = assessments.map { one in
            guard one.reason == .counts, let last = newest[one.correction.entry.sequence],
                last != one.entry.sequence
            else { return one }
            return CorrectionAssessment(
                entry: one.entry, correction: one.correction, recordedAs: one.recordedAs,
                reason: .replaced(by: last))
        }
        self.entries = entries.map { entry in times[entry.sequence].map(entry.taken) ?? entry }
    }

    /// Why a true time cannot be that of an entry, by those that the ledger took before; or nil.
    ///
    /// Entries that are ahead themselves, and not corrected yet, say nothing.
    package static func order(
        _ correction: Correction, at now: Instant, _ entries: [Entry], _ times: [Int: Instant] = [:]
    ) -> CorrectionReason? {
        let earlier = entries.lazy.filter { $0.sequence < correction.entry.sequence }.map { entry in
            (entry: entry.sequence, at: times[entry.sequence] ?? entry.recordedAt)
        }
        guard
            let last = earlier.filter({ $0.at <= now }).max(by: {
                ($0.at, $0.entry) < ($1.at, $1.entry)
            }),
            correction.time < last.at
        else { return nil }
        return .beforeEarlierEntry(last.entry, at: last.at)
    }

    /// Why a correction does not count, whatever else is on record.
    private static func reason(
        _ entry: Entry, _ objection: AuthenticationReason?, _ correction: Correction,
        _ target: Entry?, _ checklist: Checklist
    ) -> CorrectionReason? {
        guard checklist.isOwner(entry.statement.actor, at: entry.recordedAt) else {
            return .notTheOwner
        }
        guard objection == nil else { return .unauthenticated }
        guard let target, target.sequence < entry.sequence,
            target.digest == correction.entry.digest
        else { return .noSuchEntry }
        guard target.recordedAt > entry.recordedAt else { return .notAhead }
        return correction.time <= entry.recordedAt ? nil : .inTheFuture
    }
}

extension Entry {
    /// The same entry as if the ledger had taken it at another time.
    fileprivate func taken(at time: Instant) -> Entry {
        Entry(
            sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts,
            statement: statement, signature: signature, digest: digest
        ).authenticated(authentication, otherNames: otherNames)
    }
}
