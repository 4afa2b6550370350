/// What the sites that a step asks for saw, each by itself.
extension CheckJudge {
    /// The newest outcome of each site for the current wording.
    private func newestBySite(at instant: Instant) -> [SiteID: Int] {
        Dictionary(
            newest(at: instant).compactMap { place in index.site(place).map { ($0, place) } }
        ) { first, _ in first }
    }

    /// The sites that the step asks for and that have not looked since it has the current wording.
    func silent(at instant: Instant) -> [SilentSite] {
        guard !step.sites.isEmpty else { return [] }
        let newest = newestBySite(at: instant)
        return step.sites.filter { newest[$0] == nil }.map { site in
            SilentSite(site, lastSeen: older(of: site, at: instant).map(index.observed))
        }
    }

    /// One for each site that the step asks for, in its order.
    func siteOutcomes(at instant: Instant) -> [SiteOutcome] {
        guard !step.sites.isEmpty else { return [] }
        let newest = newestBySite(at: instant)
        return step.sites.map { site in
            guard let place = newest[site] ?? older(of: site, at: instant),
                let report = report(place)
            else { return SiteOutcome(site: site, freshness: .missing) }
            let freshness = freshness(of: place, report, at: instant)
            let counts = freshness == .current && report.outcome == .met
            return SiteOutcome(
                site: site, freshness: freshness, entry: index.entries[place], report: report,
                seenAt: index.observed(place), countsUntil: counts ? lapse(of: place) : nil)
        }
    }

    /// The newest entry about this check from each place that the step does not ask for.
    var unasked: [Entry] {
        let kind = step.checks[position].kind
        var newest: [SiteID?: Int] = [:]
        for place in index.unasked[step.id, default: []] {
            guard let report = report(place), report.position == position, report.kind == kind
            else { continue }
            newest[index.site(place)] = place
        }
        return newest.values.sorted().map { index.entries[$0] }
    }

    /// One for each fact that is compared.
    func parity(at instant: Instant) -> [ParityAssessment] {
        comparing?.assessments(newestBySite(at: instant)) { index.entries[$0].sequence } ?? []
    }

    /// The same question as for one site, about what several saw.
    func newerDifference(than waiver: Int, at instant: Instant, before end: Int) -> Int? {
        guard let comparing else { return nil }
        return comparing.newerDifference(than: waiver, determined(before: end, at: instant))
    }

    /// The newest outcome of a site for an older wording.
    private func older(of site: SiteID, at instant: Instant) -> Int? {
        places.last { index.site($0) == site && isInForce($0, at: instant) }
    }
}
