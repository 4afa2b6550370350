package import Rollout

/// What every format says about an assessment, found once and in linear time.
///
/// Steps are given by their places in the assessment. A class, because it is large and everybody is
/// handed it.
package final class ReportFacts: Sendable {
    package let assessment: Assessment
    package let context: WordingContext
    /// Over all steps.
    package let counts: StatusCounts
    /// Over the blocking steps.
    package let blocking: StatusCounts
    /// The late steps, the longest late first.
    package let late: [Int]
    /// The steps that were first ready after their due time.
    package let finishedLate: [Int]
    /// The number of checks that leave something unverified on purpose.
    package let cautions: Int
    /// The number of steps that are ready by evidence for an earlier wording.
    package let editorial: Int
    /// The number of outcomes from places that no step asks for that are not met.
    package let unaskedNoes: Int
    /// One for each phase of the assessment, in its order.
    package let phases: [PhaseFacts]
    /// The steps that are listed below no phase.
    package let unlisted: [Int]
    /// `unlisted` by role.
    package let unlistedByRole: [PhaseFacts.RoleGroup]
    /// One for each role of the checklist, in its order.
    package let roles: [RoleFacts]
    /// For each effect of the checklist, in its order, the steps that address it.
    package let coverage: [[Int]]
    /// Which sign-offs open steps lack.
    package let missing: [MissingSignOffs]
    /// The next phase with a verdict that has not started; nil where there is none.
    package let next: PhaseAssessment?
    /// The phase that a reader asks about first: the next one, else the one under way, else the last.
    package let focus: PhaseAssessment?
    package let open: OpenSteps
    private let requestsByStep: [StepID: [Entry]]
    private let waiversByStep: [StepID: [WaiverAssessment]]

    package init(_ assessment: Assessment) {
        let steps = assessment.steps
        self.assessment = assessment
        context = WordingContext(assessment)
        counts = StatusCounts(steps)
        blocking = StatusCounts(steps.lazy.filter { $0.step.level == .blocking })
        late = steps.indices.filter { steps[$0].isLate }
            .sorted { (steps[$0].dueLapses, $0) < (steps[$1].dueLapses, $1) }
        finishedLate = steps.indices.filter {
            if case .finishedLate = steps[$0].punctuality { true } else { false }
        }
        cautions = steps.reduce(0) { sum, step in
            sum + step.checks.count { !$0.definition.cautions.isEmpty }
        }
        editorial = steps.count {
            if case .restsOnEditorials = $0.reason { true } else { false }
        }
        unaskedNoes = steps.flatMap(\.checks).flatMap(\.unasked).count(
            where: \.statement.body.isUnmet)
        let listing = StepListing(assessment)
        phases = listing.phases
        unlisted = listing.unlisted
        unlistedByRole = listing.unlistedByRole
        let missing = steps.indices.flatMap { place in
            steps[place].lacking.map { MissingSignOffs($0, at: place) }
        }
        self.missing = missing
        roles = Self.roles(assessment, missing)
        coverage = Self.coverage(assessment)
        let judged = assessment.phases.filter { $0.verdict != nil }
        next = judged.first { !$0.hasStarted }
        focus =
            next
            ?? judged.last { $0.hasStarted && $0.phase.status != .completed } ?? judged.last
        open = OpenSteps(assessment, before: focus, context)
        requestsByStep = Dictionary(grouping: assessment.requests) { entry in
            entry.statement.step?.id ?? StepID("")
        }
        waiversByStep = Dictionary(grouping: assessment.waivers, by: \.step)
    }

    /// What is open in the phases that are ahead or under way, that of the focus first.
    package var openConditions: OpenConditions {
        let others = assessment.phases.filter {
            $0.verdict != nil && $0.phase.status != .completed && $0.phase.id != focus?.phase.id
        }
        return OpenConditions(assessment, phases: (focus.map { [$0] } ?? []) + others)
    }

    /// What went wrong on the way and is over, in the order of the ledger.
    package var setbacks: [Setback] { Setback.all(in: assessment) }

    /// The requests for the change of a step that count, in the order of the ledger.
    package func requests(of step: StepID) -> [Entry] { requestsByStep[step, default: []] }

    /// The waivers on record for a step, in the order of the ledger.
    package func waivers(of step: StepID) -> [WaiverAssessment] {
        waiversByStep[step, default: []]
    }

    private static func roles(
        _ assessment: Assessment, _ missing: [MissingSignOffs]
    ) -> [RoleFacts] {
        var counts: [RoleID: StatusCounts] = [:]
        for step in assessment.steps {
            counts[step.step.role, default: StatusCounts()].add(step)
        }
        let missing = Dictionary(grouping: missing, by: \.role)
        return assessment.checklist.roles.map { role in
            RoleFacts(
                role: role, counts: counts[role.id, default: StatusCounts()],
                missing: missing[role.id, default: []])
        }
    }

    private static func coverage(_ assessment: Assessment) -> [[Int]] {
        var steps: [String: [Int]] = [:]
        for (place, step) in assessment.steps.enumerated() {
            for effect in step.step.addresses where steps[effect]?.last != place {
                steps[effect, default: []].append(place)
            }
        }
        return assessment.checklist.effects.map { steps[$0.id, default: []] }
    }
}

extension StatementBody {
    /// A check that was looked at and is not so.
    fileprivate var isUnmet: Bool {
        guard case .check(let report) = self else { return false }
        return report.outcome == .unmet
    }
}
