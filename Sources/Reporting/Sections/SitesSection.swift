import Rollout

/// What each site has seen, since when it has been silent, and until when what it saw counts.
enum SitesSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.board, .team]

    /// As many steps as a cell bears.
    private static let mostSteps = 4

    static func write(_ context: ReportContext, to document: inout Document) {
        let sites = context.assessment.sites.filter { !$0.asked.isEmpty }
        guard !sites.isEmpty else { return }
        document.heading(2, "Sites")
        document.table(
            [
                "Site", "Last looked", "Missing from it", "Not met from it", "Counts until",
                "Whom to call",
            ],
            rows: sites.map { site in
                [
                    "\(site.site.title) \(code: site.site.id.text)",
                    site.lastSeen.map { "\(context.words.time($0))" } ?? "\(strong: "never")",
                    steps(site.missing, context), steps(site.bad, context),
                    site.countsUntil.map { context.end($0) } ?? "",
                    site.site.role.map { call($0, context) } ?? "",
                ]
            })
    }

    private static func call(_ role: RoleID, _ context: ReportContext) -> Inline {
        let actors = context.checklist.actors(for: role, at: context.asOf)
        return actors.isEmpty
            ? context.role(role) : "\(context.role(role)) (\(context.people(actors)))"
    }

    private static func steps(_ steps: [StepID], _ context: ReportContext) -> Inline {
        .list(steps.map(context.step), "and", most: mostSteps)
    }
}
