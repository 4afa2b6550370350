/// A recorded correction of an entry's time, and whether it counts.
package struct CorrectionAssessment: Hashable, Sendable {
    package let entry: Entry
    package let correction: Correction
    /// The time that the corrected entry bears on record; nil where there is no such entry.
    package let recordedAs: Instant?
    package let reason: CorrectionReason

    package init(
        entry: Entry, correction: Correction, recordedAs: Instant?, reason: CorrectionReason
    ) {
        self.entry = entry
        self.correction = correction
        self.recordedAs = recordedAs
        self.reason = reason
    }

    package var principal: Principal { entry.statement.principal }
}
