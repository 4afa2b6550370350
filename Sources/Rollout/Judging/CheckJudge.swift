/// Judges the outcomes of one check of a step.
///
/// Each site speaks for itself, and what has no site is one of its own: the newest outcome of each
/// counts, and the worst of these is what the check comes to. Where the step asks for sites, only
/// those stand in the index, and each of them must have looked.
struct CheckJudge {
    let step: Step
    /// The place of the check in its step.
    let position: Int
    let index: EvidenceIndex
    /// Before this moment no yes counts; nil where any does.
    let countsFrom: Instant?
    /// The entries about this check, in the order of the ledger.
    let places: [Int]
    /// Nil where nothing is compared.
    let comparing: ParityJudge?
    /// Those for the current wording, by site.
    private let sites: [SiteLog]

    /// What one site saw, in the order of the ledger; sorted once, because histories ask often.
    private struct SiteLog {
        var all: [Int] = []
        /// Those that are met or unmet.
        var determined: [Int] = []
        var met: [Int] = []
    }

    init(step: Step, position: Int, index: EvidenceIndex, countsFrom: Instant?, among all: [Int]) {
        self.step = step
        self.position = position
        self.index = index
        self.countsFrom = countsFrom
        let kind = step.checks[position].kind
        places = all.filter { place in
            guard case .check(let report) = index.entries[place].statement.body else {
                return false
            }
            return report.position == position && report.kind == kind
        }
        comparing = ParityJudge(of: step, at: position, places, index, countsFrom)
        var sites: [SiteID?: SiteLog] = [:]
        for place in places where index.wording(place) == step.digest {
            guard case .check(let report) = index.entries[place].statement.body else { continue }
            let site = index.site(place)
            sites[site, default: SiteLog()].all.append(place)
            if report.outcome != .undetermined { sites[site]?.determined.append(place) }
            if report.outcome == .met { sites[site]?.met.append(place) }
        }
        if !step.sites.isEmpty { Self.dropOvertaken(&sites, places, step, index) }
        self.sites = sites.values.sorted { $0.all[0] < $1.all[0] }
    }

    /// Takes away what a site saw of the wording of today before it said no to another one: whoever
    /// removes a site and adds it again must not take its no away.
    private static func dropOvertaken(
        _ sites: inout [SiteID?: SiteLog], _ places: [Int], _ step: Step, _ index: EvidenceIndex
    ) {
        for place in places where index.wording(place) != step.digest {
            guard case .check(let report) = index.entries[place].statement.body,
                report.outcome == .unmet, let log = sites[index.site(place)]
            else { continue }
            let overtaken = Set(log.met.prefix { $0 < place })
            let rest = SiteLog(
                all: log.all.filter { !overtaken.contains($0) },
                determined: log.determined.filter { !overtaken.contains($0) },
                met: log.met.filter { !overtaken.contains($0) })
            sites[index.site(place)] = rest.all.isEmpty ? nil : rest
        }
    }

    /// The check without the outcomes that it has.
    var name: CheckName { CheckName(step.checks[position], position: position) }

    /// The outcome that counts at an instant, with how it stands.
    struct Judged {
        let place: Int
        let name: CheckName
        let report: CheckReport
        let freshness: CheckAssessment.Freshness
        /// When the first of what the sites saw becomes too old.
        let lapses: Instant

        /// How much it weighs against what other sites saw; more is worse.
        fileprivate var severity: Int {
            switch report.outcome {
            case .unmet: return 3
            case .undetermined: return 2
            case .met: return freshness == .current ? 0 : 1
            }
        }
    }

    /// Nil where the check was never carried out for this rollout.
    func judged(at instant: Instant) -> Judged? {
        let newest = newest(at: instant)
        guard !newest.isEmpty else {
            return places.last { isInForce($0, at: instant) }
                .flatMap { judged($0, lapses: lapse(of: $0), at: instant) }
        }
        let lapses = newest.map(lapse).min() ?? .latest
        return newest.compactMap { judged($0, lapses: lapses, at: instant) }
            .max { ($0.severity, $0.place) < ($1.severity, $1.place) }
    }

    /// The newest outcome of each site for the current wording.
    func newest(at instant: Instant) -> [Int] {
        sites.compactMap { newest(of: $0.all, at: instant) }
    }

    /// Why each outcome does not count, by the place of its entry; nil for one that does.
    func reasons(at instant: Instant) -> [(place: Int, reason: RecordReason?)] {
        var newest: [SiteID?: Int] = [:]
        for place in self.newest(at: instant) { newest[index.site(place)] = place }
        // A yes that a no for another wording overtook is none for this one.
        let kept = Set(sites.flatMap { $0.all })
        return places.map { place in
            guard index.wording(place) == step.digest, kept.contains(place),
                let report = report(place)
            else {
                return (place, .check)
            }
            if let newer = newest[index.site(place)], newer > place {
                return (place, .checkReplaced(by: index.entries[newer].sequence))
            }
            let freshness = freshness(of: place, report, at: instant)
            let counts = freshness == .current && isInForce(place, at: instant)
            return (place, counts ? nil : .checkOutOfTime(freshness))
        }
    }

    private func judged(_ place: Int, lapses: Instant, at instant: Instant) -> Judged? {
        guard let report = report(place) else { return nil }
        return Judged(
            place: place,
            name: CheckName(
                step.checks[position], position: position, site: index.site(place)),
            report: report, freshness: freshness(of: place, report, at: instant), lapses: lapses)
    }

    /// The newest outcome that is in force, among those before a place.
    private func newest(
        of places: [Int], before end: Int = Int.max, at instant: Instant
    ) -> Int? {
        places.prefix(places.partitioningIndex { $0 >= end }).last { isInForce($0, at: instant) }
    }

    /// An outcome after a waiver that says no to something that was not known when it was given.
    ///
    /// `count` says how many entries count, from the first on.
    func newerNo(than waiver: Int, at instant: Instant, among count: Int? = nil) -> Int? {
        for site in sites {
            if let no = newerNo(of: site, than: waiver, at: instant, before: count ?? Int.max) {
                return no
            }
        }
        return newerDifference(than: waiver, at: instant, before: count ?? Int.max)
    }

    /// For each site the places of its outcomes in force that are met or unmet.
    func determined(before end: Int, at instant: Instant) -> [SiteID: [Int]] {
        var places: [SiteID: [Int]] = [:]
        for site in sites {
            guard let name = index.site(site.all[0]) else { continue }
            places[name] = site.determined.filter { $0 < end && isInForce($0, at: instant) }
        }
        return places
    }

    /// The same for one site.
    ///
    /// A look that could not be taken since then does not take a no away. Fewer of the findings
    /// that were known are no news; what was met meanwhile and broke again is.
    private func newerNo(
        of site: SiteLog, than waiver: Int, at instant: Instant, before end: Int
    ) -> Int? {
        let last = newest(of: site.determined, before: end, at: instant)
        guard let last, last > waiver, let now = report(last), now.outcome == .unmet else {
            return nil
        }
        guard let before = newest(of: site.all, before: waiver, at: instant).flatMap(report),
            before.outcome == .unmet
        else { return last }
        let repaired = newest(of: site.met, before: last, at: instant)
        if let repaired, repaired > waiver { return last }
        let (known, unmet) = (Self.unmet(before), Self.unmet(now))
        return unmet.isSubset(of: known) && unmet.isEmpty == known.isEmpty ? nil : last
    }

    private static func unmet(_ report: CheckReport) -> Set<Finding> {
        Set(report.findings.filter { $0.standing == .unmet })
    }

    func report(_ place: Int) -> CheckReport? {
        guard case .check(let report) = index.entries[place].statement.body else { return nil }
        return report
    }

    func lapse(of place: Int) -> Instant {
        step.lapse(of: report(place), observed: index.observed(place))
    }

    /// A yes that is dated ahead has to wait for its time; anything else counts at once.
    func isInForce(_ place: Int, at instant: Instant) -> Bool {
        index.entries[place].recordedAt <= instant || report(place)?.outcome != .met
    }

    func freshness(
        of place: Int, _ report: CheckReport, at instant: Instant
    ) -> CheckAssessment.Freshness {
        guard index.wording(place) == step.digest else {
            return .olderWording
        }
        if report.outcome == .met, let countsFrom, index.observed(place) < countsFrom {
            return .tooEarly
        }
        return instant >= lapse(of: place) ? .tooOld : .current
    }
}
