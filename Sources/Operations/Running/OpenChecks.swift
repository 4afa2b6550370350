package import ChecklistDecoding
package import Rollout

/// Which checks of a run stand so that they are worth another look, by what is on record.
package struct OpenChecks: Sendable {
    /// A way in which a check may stand.
    package enum Standing: String, CaseIterable, Sendable {
        /// Its outcome on record is unmet.
        case failing
        /// Its outcome on record no longer counts.
        case stale
        /// It was never carried out, or could not be.
        case unknown
        /// Its step is late.
        case late
    }

    private let context: OperationContext

    package init(_ context: OperationContext) {
        self.context = context
    }

    /// For each checklist the places of the checks that stand in one of these ways, by step.
    ///
    /// A check that several sites look at stands for a run from one of them as that one saw it.
    ///
    /// - Throws: `LedgerError` where a ledger cannot be read: nothing is left out for that.
    package func callAsFunction(
        of loaded: [LoadedChecklist], _ standings: Set<Standing>, from site: SiteID? = nil
    ) async throws -> [[StepID: Set<Int>]] {
        try await JudgeRollouts(context).outcomes(loaded).map { outcome in
            let steps = try outcome.result.get().assessment.steps
            return Dictionary(
                steps.map { step in
                    let places = step.checks.indices.filter { place in
                        !standings.isDisjoint(with: Self.standings(of: step, place, from: site))
                    }
                    return (step.step.id, Set(places))
                }, uniquingKeysWith: { $0.union($1) })
        }
    }

    private static func standings(
        of step: StepAssessment, _ place: Int, from site: SiteID?
    ) -> Set<Standing> {
        var standings: Set<Standing> = step.isLate ? [.late] : []
        let check = step.checks[place]
        if check.sites.isEmpty {
            standings.formUnion(Self.standings(check.freshness, check.report))
        }
        for seen in check.sites where site.map({ $0 == seen.site }) ?? true {
            standings.formUnion(Self.standings(seen.freshness, seen.report))
        }
        if !check.differences.isEmpty { standings.insert(.failing) }
        return standings
    }

    private static func standings(
        _ freshness: CheckAssessment.Freshness, _ report: CheckReport?
    ) -> Set<Standing> {
        var standings: Set<Standing> = []
        switch freshness {
        case .missing, .siteSilent: standings.insert(.unknown)
        case .tooOld, .tooEarly, .olderWording: standings.insert(.stale)
        case .current: break
        }
        switch report?.outcome {
        case .unmet: standings.insert(.failing)
        case .undetermined: standings.insert(.unknown)
        case .met, nil: break
        }
        return standings
    }
}
