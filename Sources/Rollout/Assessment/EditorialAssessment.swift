/// A recorded editorial change, and whether it carries evidence over.
package struct EditorialAssessment: Hashable, Sendable {
    package let entry: Entry
    package let editorial: Editorial
    /// The step that the statement names.
    package let step: StepID
    package let reason: EditorialReason
    /// The entries about the step that count for its wording of today through this one, be it
    /// together with others, in the order of the ledger; without those that were taken back.
    package let carries: [Int]

    package init(
        entry: Entry, editorial: Editorial, step: StepID, reason: EditorialReason, carries: [Int]
    ) {
        self.entry = entry
        self.editorial = editorial
        self.step = step
        self.reason = reason
        self.carries = carries
    }

    package var principal: Principal { entry.statement.principal }
}
