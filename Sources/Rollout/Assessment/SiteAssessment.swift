/// What is known about one site of a checklist, over all steps that ask for it.
package struct SiteAssessment: Hashable, Sendable {
    package let site: Site
    /// When it last looked at anything of this rollout that it is asked for and that may count; nil
    /// where it never did.
    package let lastSeen: Instant?
    /// The steps that apply and ask for it.
    package let asked: [StepID]
    /// Those of them of which it has seen nothing in the wording of today.
    package let silent: [StepID]
    /// Those of which it saw something that is too old or too early to count.
    package let lapsed: [StepID]
    /// Those of which its newest outcome is unmet, or that it could not look.
    package let bad: [StepID]
    /// Until when the first yes of those that count does; nil where there is none.
    package let countsUntil: Instant?

    package init(
        site: Site, lastSeen: Instant?, asked: [StepID], silent: [StepID] = [],
        lapsed: [StepID] = [], bad: [StepID] = [], countsUntil: Instant? = nil
    ) {
        self.site = site
        self.lastSeen = lastSeen
        self.asked = asked
        self.silent = silent
        self.lapsed = lapsed
        self.bad = bad
        self.countsUntil = countsUntil
    }

    /// The steps that have to wait for it, in the order of the checklist.
    package var missing: [StepID] {
        let waiting = Set(silent + lapsed)
        return asked.filter(waiting.contains)
    }

    /// Since when it has been silent about something; nil where it owes nothing, or never looked.
    package var silentSince: Instant? { missing.isEmpty ? nil : lastSeen }
}
