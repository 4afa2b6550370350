import Checks
import Fields
import LocatedYAML
import Rollout

/// Reads which sites a step asks for, and looks at what its checks compare across them.
struct StepSites {
    let names: DeclaredNames
    /// Those that the checklist has.
    let declared: [SiteID]

    /// Each once, in the order of the step; those of `all` in that of the checklist.
    func read(_ reader: MappingReader, _ checks: [ConfiguredCheck]) -> [SiteID] {
        let sites = self.sites(reader)
        if reader.has(StepFields.sites), !reader.wasMeant(StepFields.check) {
            reader.report(
                "nothing-to-see", "the step has no check that its sites could carry out",
                fix: "add \"check:\", or remove \"sites:\"", at: StepFields.sites)
        }
        // What is wrong with the sites is reported there, and not again at what they are compared by.
        guard let sites else { return [] }
        for check in checks {
            if let parity = check.parity { compare(parity, sites, reader.context) }
        }
        return sites
    }

    /// Nil where they could not be read.
    private func sites(_ reader: MappingReader) -> [SiteID]? {
        guard reader.has(StepFields.sites) else { return [] }
        switch reader[StepFields.sites] {
        case nil: return nil
        case .all(let node):
            if declared.isEmpty, !names.mayHave(.site) {
                reader.context.report(
                    "unknown-site", "the checklist has no sites",
                    fix: "declare them first: sites: {eu-dmz: {title: …}}", at: node)
            }
            return declared.isEmpty ? nil : declared
        case .named(let named):
            var seen: Set<SiteID> = []
            for site in named {
                names.check(site, in: reader.context)
                if !seen.insert(site.value).inserted {
                    reader.context.report(
                        "duplicate-id", "the site \"\(site.value)\" stands twice",
                        fix: "remove one of them", at: site.node)
                }
            }
            return named.map(\.value)
        }
    }

    private func compare(
        _ parity: ParityTerms, _ sites: [SiteID], _ context: ReadingContext
    ) {
        if sites.count < 2, let node = parity.facts.first?.node {
            context.report(
                "nothing-to-compare",
                sites.isEmpty
                    ? "the step asks for no sites, so that nothing is compared"
                    : "the step asks for one site only, so that nothing is compared",
                fix: "name two sites or more under \"sites:\" of the step", at: node)
        }
        guard let reference = parity.reference, !sites.isEmpty, !sites.contains(reference.value)
        else { return }
        context.report(
            "unknown-site", "the step does not ask for the site \"\(reference.value)\"",
            fix: NearestName.suggestion(for: reference.value.text, among: sites.map(\.text))
                ?? "name one of its sites", at: reference.node)
    }
}
