import CanonicalJSON

/// Holds what the sites of a step saw against each other.
///
/// The newest outcome of each site is compared however old it is, as a no counts however old it is:
/// a difference ends where a site looks again and sees the same, and not by waiting.
struct ParityJudge {
    private let rule: Parity
    private let sites: [SiteID]
    /// What each outcome saw of each fact, by its place; only of those that can be compared.
    private let seen: [Int: [ComparedFact?]]

    /// `places` has the outcomes of the check; nil where nothing is compared.
    init?(
        of step: Step, at position: Int, _ places: [Int], _ index: EvidenceIndex, _ from: Instant?
    ) {
        guard let rule = step.checks[position].parity else { return nil }
        self.rule = rule
        sites = step.sites
        var seen: [Int: [ComparedFact?]] = [:]
        for place in places {
            guard case .check(let report) = index.entries[place].statement.body,
                report.outcome != .undetermined,
                from.map({ index.observed(place) >= $0 }) ?? true
            else { continue }
            // Facts that are kept beside the ledger are not at hand: unknown, and never the same.
            let facts = report.facts.content?.value
            seen[place] = rule.facts.map { ComparedFact($0, of: facts) }
        }
        self.seen = seen
    }

    /// What an outcome saw of each fact; nothing where it cannot be compared.
    func facts(at place: Int) -> [ComparedFact?] {
        seen[place] ?? rule.facts.map { _ in nil }
    }

    /// One for each fact, by the newest outcome of each site.
    func assessments(_ newest: [SiteID: Int], _ sequence: (Int) -> Int) -> [ParityAssessment] {
        rule.facts.enumerated().map { number, name in
            ParityAssessment(
                name: name, reference: rule.reference,
                sights: sites.map { site in
                    let place = newest[site].flatMap { seen[$0] == nil ? nil : $0 }
                    return ParityAssessment.Sight(
                        site: site, fact: place.flatMap { seen[$0]?[number] },
                        entry: place.map(sequence))
                })
        }
    }

    /// The newest outcome after a waiver by which sites differ in what was not known when it was
    /// given; nil where they do not differ, or differ as they did then.
    ///
    /// `waiver` is the place up to which outcomes were known; `looks` has for each site the places of
    /// its outcomes that were in force, in their order.
    func newerDifference(than waiver: Int, _ looks: [SiteID: [Int]]) -> Int? {
        let comparable = looks.mapValues { $0.filter { seen[$0] != nil } }
        let newest = comparable.compactMapValues(\.last)
        guard let last = newest.values.max(), last > waiver else { return nil }
        for number in rule.facts.indices {
            let now = newest.compactMapValues { seen[$0]?[number] }
            guard Set(now.values).count > 1 else { continue }
            for (site, fact) in now {
                let places = comparable[site, default: []]
                guard let before = places.last(where: { $0 <= waiver }),
                    seen[before]?[number] == fact,
                    places.allSatisfy({ $0 <= waiver || seen[$0]?[number] == fact })
                else { return last }
            }
        }
        return nil
    }
}
