extension Checklist {
    /// The roles that a step asks something of: to see to it, to sign, to ask for the change first, or
    /// to look from a site.
    package func rolesAsked(by step: Step) -> [RoleID] {
        [step.role] + (step.signOff?.roles ?? []) + (step.requestedBy.map { [$0] } ?? [])
            + step.sites.compactMap { site($0)?.role }
    }

    package func site(_ id: SiteID) -> Site? { sites.first { $0.id == id } }

    /// Why an outcome of a check does not count for where it was seen from; nil where it does.
    ///
    /// The one place that decides. A step that asks for sites counts what is seen from them and from
    /// nowhere else, a no included: it is the site's own newest word that counts.
    func objection(toCheckOf step: StepID?, from site: SiteID?, by principal: Principal)
        -> CheckObjection?
    {
        if let site, let runners = self.site(site)?.runners, !runners.contains(principal) {
            return .notARunnerOfSite(principal, site)
        }
        guard let asked = step.flatMap(self.step)?.sites, !asked.isEmpty else { return nil }
        guard let site, asked.contains(site) else { return .siteNotAsked(site, asked: asked) }
        return nil
    }
}
