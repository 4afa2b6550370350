/// What is known about one check of a step.
package struct CheckAssessment: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        /// Never carried out.
        case missing
        /// Carried out for the current wording, and recent enough.
        case current
        /// Carried out for the current wording, too long ago.
        case tooOld = "too old"
        /// Carried out for an older wording only.
        case olderWording = "older wording"
    }

    package let definition: CheckDefinition
    package let standing: Standing
    /// The record that counts: the newest for the current wording, else the newest; nil where there is none.
    package let record: Record?
    /// What that record found.
    package let result: CheckResult?

    package init(
        definition: CheckDefinition, standing: Standing, record: Record?, result: CheckResult?
    ) {
        self.definition = definition
        self.standing = standing
        self.record = record
        self.result = result
    }
}
