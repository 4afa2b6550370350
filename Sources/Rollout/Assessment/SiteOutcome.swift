/// What one site that a step asks for saw of one of its checks.
package struct SiteOutcome: Hashable, Sendable {
    package let site: SiteID
    /// Whether its newest outcome counts: each site by itself, whatever the others saw.
    package let freshness: CheckAssessment.Freshness
    /// Its newest outcome for the wording of today, else the newest for an older one; nil where it
    /// never looked.
    package let entry: Entry?
    package let report: CheckReport?
    /// When its observation was made at the latest; nil where it never looked.
    package let seenAt: Instant?
    /// Until when a yes of it counts; nil where there is none that does.
    package let countsUntil: Instant?

    package init(
        site: SiteID, freshness: CheckAssessment.Freshness, entry: Entry? = nil,
        report: CheckReport? = nil, seenAt: Instant? = nil, countsUntil: Instant? = nil
    ) {
        self.site = site
        self.freshness = freshness
        self.entry = entry
        self.report = report
        self.seenAt = seenAt
        self.countsUntil = countsUntil
    }

    /// It has not looked since the step has the wording of today.
    package var isSilent: Bool { freshness == .missing || freshness == .olderWording }
}
