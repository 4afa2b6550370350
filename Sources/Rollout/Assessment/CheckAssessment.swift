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
        /// What was seen counts, but a site that the step asks for has not looked.
        case siteSilent = "site silent"
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
    /// One for each site that the step asks for, in its order; empty where it asks for none.
    package let sites: [SiteOutcome]
    /// One for each fact that is compared across the sites.
    package let parity: [ParityAssessment]
    /// The newest entry from each place that the step does not ask for, which does not count.
    package let unasked: [Entry]

    package init(
        definition: CheckDefinition, freshness: Freshness, entry: Entry?, report: CheckReport?,
        elsewhere: CheckObjection? = nil, carriedBy: [Int] = [], sites: [SiteOutcome] = [],
        parity: [ParityAssessment] = [], unasked: [Entry] = []
    ) {
        self.definition = definition
        self.freshness = freshness
        self.entry = entry
        self.report = report
        self.elsewhere = elsewhere
        self.carriedBy = carriedBy
        self.sites = sites
        self.parity = parity
        self.unasked = unasked
    }

    /// The entries that stand for it: one of each site where the step asks for sites, which all count
    /// or are shown why they do not.
    package var entries: [Entry] {
        sites.isEmpty ? entry.map { [$0] } ?? [] : sites.compactMap(\.entry)
    }

    /// What they report.
    package var reports: [CheckReport] {
        entries.compactMap { entry in
            guard case .check(let report) = entry.statement.body else { return nil }
            return report
        }
    }

    /// Facts that the sites do not see alike.
    package var differences: [ParityAssessment] { parity.filter { $0.standing == .differs } }
}
