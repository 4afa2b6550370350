/// What is on record for a step while its history is gone through.
///
/// Until there is evidence for the wording of today, that of an older wording counts as it did
/// then, each new wording beginning anew.
struct WordingHistory {
    private let step: Step
    private var digest: ContentDigest?
    private var checks: [Observations]
    private var signers: [Signer: Int] = [:]
    private var approvals: [RoleID: RecentApprovals] = [:]
    private var rejections: [Signer: Int] = [:]
    private var excluded: Set<Int> = []

    /// The newest outcome of a check from each site, by its place in the ledger.
    private struct Observations {
        /// The sites that must each have looked; empty where none is asked for.
        let asked: [SiteID]
        /// Whether they must have seen the same.
        let compares: Bool
        /// `lapses` is nil for an outcome that is not met.
        var sites: [SiteID?: (place: Int, lapses: Instant?, seen: [ComparedFact?])] = [:]

        /// When the first of them lapses; nil where one is not met, or there is none.
        var lapses: Instant? {
            guard asked.allSatisfy({ sites[$0] != nil }), !compares || isAlike else { return nil }
            var first: Instant?
            for site in sites.values {
                guard let lapses = site.lapses else { return nil }
                first = min(first ?? lapses, lapses)
            }
            return first
        }

        /// Whether at least two sites saw each fact, and all of them the same.
        private var isAlike: Bool {
            let seen = asked.compactMap { sites[$0]?.seen }
            guard seen.count > 1, let first = seen.first else { return false }
            return !first.contains(nil) && seen.allSatisfy { $0 == first }
        }
    }

    init(_ step: Step) {
        self.step = step
        checks = step.checks.map { Observations(asked: step.sites, compares: $0.parity != nil) }
    }

    /// Whether evidence for a wording counts; begins anew where it is another one than before.
    private mutating func turns(to digest: ContentDigest) -> Bool {
        guard self.digest != digest else { return true }
        guard self.digest != step.digest else { return false }
        let excluded = excluded
        self = WordingHistory(step)
        self.excluded = excluded
        self.digest = digest
        return true
    }

    mutating func note(
        _ report: CheckReport, from site: SiteID?, at place: Int, of digest: ContentDigest,
        lapses: Instant?, seen: [ComparedFact?]
    ) {
        if digest != step.digest, self.digest == step.digest, report.outcome == .unmet {
            drop(report, from: site, before: place)
        }
        guard turns(to: digest), checks.indices.contains(report.position),
            step.checks[report.position].kind == report.kind,
            checks[report.position].sites[site]?.place ?? -1 < place
        else { return }
        checks[report.position].sites[site] = (place, lapses, seen)
    }

    /// A site that says no to another wording has to look again at that of today.
    private mutating func drop(_ report: CheckReport, from site: SiteID?, before place: Int) {
        guard checks.indices.contains(report.position),
            step.checks[report.position].kind == report.kind,
            !checks[report.position].asked.isEmpty,
            checks[report.position].sites[site].map({ $0.place < place }) ?? false
        else { return }
        checks[report.position].sites[site] = nil
    }

    /// `lapses` is nil for an approval that does not count.
    mutating func note(
        _ choice: SignOff.Choice, by signer: Signer, at place: Int, of digest: ContentDigest,
        lapses: Instant?
    ) {
        guard turns(to: digest), signers[signer, default: -1] < place else { return }
        signers[signer] = place
        approvals[signer.role]?.remove(signer.person)
        rejections[signer] = nil
        switch choice {
        case .approve:
            guard let lapses else { return }
            approvals[signer.role, default: RecentApprovals()].add(
                signer.person, lapses, isSuspended: excluded.contains(signer.person))
        case .reject: rejections[signer] = place
        }
    }

    /// Takes the sign-off at a place back, which still stands in the way of older ones.
    mutating func takeBack(_ signer: Signer, at place: Int, of digest: ContentDigest) {
        guard digest == self.digest || digest == step.digest, turns(to: digest),
            signers[signer, default: -1] <= place
        else { return }
        signers[signer] = place
        approvals[signer.role]?.remove(signer.person)
        rejections[signer] = nil
    }

    mutating func exclude(_ person: Int) {
        excluded.insert(person)
        for role in approvals.keys { approvals[role]?.suspend(person) }
    }

    mutating func free(_ person: Int) {
        excluded.remove(person)
        for role in approvals.keys { approvals[role]?.resume(person) }
    }

    /// The place of the newest rejection that counts.
    var newestRejection: Int? {
        digest == step.digest ? rejections.values.max() : nil
    }

    /// When the first part of what the step asks for lapses; nil where it is not all there.
    var lapses: Instant? {
        guard rejections.isEmpty, !step.checks.isEmpty || step.signOff != nil else { return nil }
        var lapses = Instant.latest
        for check in checks {
            guard let end = check.lapses else { return nil }
            lapses = min(lapses, end)
        }
        guard let rule = step.signOff else { return lapses }
        guard !rule.roles.isEmpty else { return nil }
        for role in rule.roles {
            guard let end = approvals[role]?.lapse(ofNewest: max(1, rule.count)) else { return nil }
            lapses = min(lapses, end)
        }
        return lapses
    }
}
