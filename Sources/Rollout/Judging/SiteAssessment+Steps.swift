extension SiteAssessment {
    /// One for each site of a checklist, in its order.
    static func all(
        _ checklist: Checklist, _ steps: [StepAssessment], _ index: EvidenceIndex,
        at instant: Instant
    ) -> [SiteAssessment] {
        guard !checklist.sites.isEmpty else { return [] }
        var seen: [SiteID: Instant] = [:]
        for place in index.checks.values.joined() {
            guard let site = index.site(place), index.entries[place].recordedAt <= instant
            else { continue }
            seen[site] = max(seen[site] ?? .earliest, index.observed(place))
        }
        return checklist.sites.map { site in
            let asking = steps.filter {
                $0.status != .notApplicable && $0.step.sites.contains(site.id)
            }
            func having(_ fits: (SiteOutcome) -> Bool) -> [StepID] {
                asking.filter { $0.outcomes(of: site.id).contains(where: fits) }.map(\.step.id)
            }
            return SiteAssessment(
                site: site, lastSeen: seen[site.id], asked: asking.map(\.step.id),
                silent: having(\.isSilent),
                lapsed: having {
                    $0.report?.outcome == .met
                        && ($0.freshness == .tooOld || $0.freshness == .tooEarly)
                },
                bad: having {
                    !$0.isSilent && $0.report.map { $0.outcome != .met } ?? false
                },
                countsUntil: asking.flatMap { $0.outcomes(of: site.id) }
                    .compactMap(\.countsUntil).min())
        }
    }
}

extension StepAssessment {
    /// What a site saw of each check.
    fileprivate func outcomes(of site: SiteID) -> [SiteOutcome] {
        checks.flatMap(\.sites).filter { $0.site == site }
    }
}
