import Rollout

/// What each site saw of one check, and what they saw alike.
enum SiteTables {
    static func write(
        _ check: CheckAssessment, _ context: ReportContext, to document: inout Document
    ) {
        document.table(
            ["Site", "Outcome", "Seen", "By", "Counts until", "Entry"],
            rows: check.sites.map { site in
                [
                    "\(code: site.site.text)", "\(SiteWording.standing(site))",
                    site.seenAt.map { "\(LocalTime.utc($0))" } ?? "never",
                    site.entry.map(context.author) ?? "",
                    site.countsUntil.map { context.end($0) } ?? "",
                    site.entry.map(context.entry) ?? "",
                ]
            })
        document.table(
            ["Compared across sites", "Same", "Who saw what"],
            rows: check.parity.map { parity in
                ["\(code: parity.name)", standing(parity.standing), groups(parity)]
            })
        if !check.unasked.isEmpty {
            let seen = check.unasked.map { entry -> Inline in
                let site: Inline =
                    entry.statement.site.map { "\(code: $0)" } ?? "a place without a name"
                return "\(site) \(outcome(entry)) (entry \(context.entry(entry)))"
            }
            document.paragraph(
                "Seen from where the step does not ask for, which does not count: \(.joined(seen, separator: "; "))."
            )
        }
    }

    private static func outcome(_ entry: Entry) -> Inline {
        guard case .check(let report) = entry.statement.body else { return "" }
        return "\(report.outcome.rawValue)"
    }

    private static func standing(_ standing: ParityAssessment.Standing) -> Inline {
        switch standing {
        case .same: return "yes"
        case .differs: return "\(strong: "no")"
        case .unknown: return "\(strong: "unknown")"
        }
    }

    private static func groups(_ parity: ParityAssessment) -> Inline {
        var groups = parity.groups.map { group -> Inline in
            "\(.list(group.sites.map(name(of: parity)), "and")): \(code: SiteWording.value(group.fact.value))"
        }
        let unseen = parity.sights.filter { $0.fact == nil }
        if !unseen.isEmpty {
            groups.append("\(.list(unseen.map(\.site).map(name(of: parity)), "and")): nothing")
        }
        return .joined(groups, separator: "; ")
    }

    private static func name(of parity: ParityAssessment) -> (SiteID) -> Inline {
        { site in
            let reference: Inline = site == parity.reference ? " (the reference)" : ""
            return "\(code: site.text)\(reference)"
        }
    }
}
