/// What is known about one check of a step.
package struct CheckAssessment: Hashable, Sendable {
    /// Whether what was seen still counts.
    package enum Freshness: String, Hashable, Sendable {
        /// Never carried out.
        case missing
        /// Carried out for the current wording, and recent enough.
        case current
        /// Carried out for the current wording, too long ago.
        case tooOld = "too old"
        /// Carried out before the moment from which evidence counts.
        case tooEarly = "too early"
        /// Carried out for an older wording only.
        case olderWording = "older wording"
    }

    package let definition: CheckDefinition
    package let freshness: Freshness
    /// The entry that counts: the worst of the newest of each site for the current wording, else
    /// the newest; nil where there is none.
    package let entry: Entry?
    /// What that entry reports.
    package let report: CheckReport?
    /// For what else it was carried out; nil where it was not, or where there is an entry for this
    /// rollout.
    package let elsewhere: CheckObjection?
    /// The editorial changes, by entry, through which the outcome counts for the wording of today.
    package let carriedBy: [Int]

    package init(
        definition: CheckDefinition, freshness: Freshness, entry: Entry?, report: CheckReport?,
        elsewhere: CheckObjection? = nil, carriedBy: [Int] = []
    ) {
        self.definition = definition
        self.freshness = freshness
        self.entry = entry
        self.report = report
        self.elsewhere = elsewhere
        self.carriedBy = carriedBy
    }
}
