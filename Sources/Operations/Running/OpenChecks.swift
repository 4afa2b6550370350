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
    /// - Throws: `LedgerError` where a ledger cannot be read: nothing is left out for that.
    package func callAsFunction(
        of loaded: [LoadedChecklist], _ standings: Set<Standing>
    ) async throws -> [[StepID: Set<Int>]] {
        try await JudgeRollouts(context).outcomes(loaded).map { outcome in
            let steps = try outcome.result.get().assessment.steps
            return Dictionary(
                steps.map { step in
                    let places = step.checks.indices.filter { place in
                        !standings.isDisjoint(with: Self.standings(of: step, place))
                    }
                    return (step.step.id, Set(places))
                }, uniquingKeysWith: { $0.union($1) })
        }
    }

    private static func standings(of step: StepAssessment, _ place: Int) -> Set<Standing> {
        var standings: Set<Standing> = step.isLate ? [.late] : []
        let check = step.checks[place]
        switch check.freshness {
        case .missing, .siteSilent: standings.insert(.unknown)
        case .tooOld, .tooEarly, .olderWording: standings.insert(.stale)
        case .current: break
        }
        switch check.report?.outcome {
        case .unmet: standings.insert(.failing)
        case .undetermined: standings.insert(.unknown)
        case .met, nil: break
        }
        if !check.differences.isEmpty { standings.insert(.failing) }
        if check.sites.contains(where: \.isSilent) { standings.insert(.unknown) }
        return standings
    }
}
