/// Judges the outcomes of one check of a step.
struct CheckJudge {
    let step: Step
    /// The place of the check in its step.
    let position: Int
    let index: EvidenceIndex
    /// Before this moment no yes counts; nil where any does.
    let countsFrom: Instant?
    /// The entries about this check, in the order of the ledger.
    let places: [Int]

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
    }

    var name: CheckName { CheckName(step.checks[position], position: position) }

    /// The outcome that counts at an instant, with how it stands.
    struct Judged {
        let place: Int
        let report: CheckReport
        let standing: CheckAssessment.Standing
        /// When a met outcome becomes too old.
        let lapses: Instant
    }

    /// Nil where the check was never carried out for this rollout.
    func judged(at instant: Instant) -> Judged? {
        guard
            let place = newest(before: Int.max, at: instant)
                ?? places.last(where: { isInForce($0, at: instant) }),
            let report = report(place)
        else { return nil }
        let lapses = observed(place, report).advanced(by: step.freshFor)
        return Judged(
            place: place, report: report, standing: standing(place, report, lapses, at: instant),
            lapses: lapses)
    }

    /// The newest outcome for the current wording among the entries before a place.
    private func newest(
        before end: Int, at instant: Instant, where isWanted: (CheckReport) -> Bool = { _ in true }
    ) -> Int? {
        places.prefix(places.partitioningIndex { $0 >= end }).last { place in
            index.entries[place].statement.step?.digest == step.digest
                && isInForce(place, at: instant) && report(place).map(isWanted) == true
        }
    }

    /// An outcome after a waiver that says no to something that was not known when it was given.
    ///
    /// A look that could not be taken since then does not take a no away. Fewer of the findings
    /// that were known are no news. `count` says how many entries count, from the first on.
    func newerNo(than waiver: Int, at instant: Instant, among count: Int? = nil) -> Int? {
        let last = newest(before: count ?? Int.max, at: instant) { $0.outcome != .undetermined }
        guard let last, last > waiver, let now = report(last), now.outcome == .unmet else {
            return nil
        }
        guard let before = newest(before: waiver, at: instant).flatMap(report),
            before.outcome == .unmet
        else { return last }
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

    /// When an observation was made, at the latest: a clock that runs ahead makes nothing fresher.
    func observed(_ place: Int, _ report: CheckReport) -> Instant {
        min(report.observedAt, index.entries[place].recordedAt)
    }

    /// A yes that is dated ahead has to wait for its time; anything else counts at once.
    private func isInForce(_ place: Int, at instant: Instant) -> Bool {
        index.entries[place].recordedAt <= instant || report(place)?.outcome != .met
    }

    private func standing(
        _ place: Int, _ report: CheckReport, _ lapses: Instant, at instant: Instant
    ) -> CheckAssessment.Standing {
        guard index.entries[place].statement.step?.digest == step.digest else {
            return .olderWording
        }
        if report.outcome == .met, let countsFrom, observed(place, report) < countsFrom {
            return .tooEarly
        }
        return instant >= lapses ? .tooOld : .current
    }
}
