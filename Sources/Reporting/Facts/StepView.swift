package import Rollout

/// Which steps are shown, and in which order.
///
/// Verdicts and counts stay those of all steps.
package struct StepView: Hashable, Sendable {
    private let order: StepOrder
    private let roles: [RoleID]
    private let people: [Principal]
    private let isFailing: Bool
    private let isLate: Bool
    /// Open steps that fall due within that time, or did before.
    private let due: Duration?

    package init(
        order: StepOrder = .checklist, roles: [RoleID] = [], people: [Principal] = [],
        isFailing: Bool = false, isLate: Bool = false, due: Duration? = nil
    ) {
        self.order = order
        self.roles = roles
        self.people = people
        self.isFailing = isFailing
        self.isLate = isLate
        self.due = due
    }

    /// Some steps may be left out.
    package var narrows: Bool { !filters.isEmpty }

    /// The steps that are shown, in their order.
    package func steps(of assessment: Assessment) -> [StepAssessment] {
        guard narrows else { return order.sorted(assessment.steps) }
        let own = people.reduce(into: Set<RoleID>()) { own, person in
            own.formUnion(assessment.checklist.roles(of: person, at: assessment.asOf))
        }
        return order.sorted(assessment.steps.filter { fits($0, own, assessment) })
    }

    /// What is shown of how many steps, as a sentence; nil where nothing is left out on demand.
    package func words(for assessment: Assessment) -> String? {
        guard narrows else { return nil }
        let shown = steps(of: assessment).count
        return
            "Shown: \(shown) of \(Prose.count(assessment.steps.count, "step")) (\(Prose.list(filters, "and"))). "
            + "The verdicts are over all of them."
    }

    private var filters: [String] {
        let named = roles.map { "role \($0)" }
        let whose = people.map { "person \($0)" }
        return (named.isEmpty ? [] : [Prose.list(named, "or")])
            + (whose.isEmpty ? [] : [Prose.list(whose, "or")]) + (isFailing ? ["failing"] : [])
            + (isLate ? ["late"] : [])
            + (due.map { ["open and due within \(Prose.duration($0))"] } ?? [])
    }

    private func fits(
        _ step: StepAssessment, _ own: Set<RoleID>, _ assessment: Assessment
    ) -> Bool {
        let asked = assessment.checklist.rolesAsked(by: step.step)
        if !roles.isEmpty, !asked.contains(where: roles.contains) { return false }
        if !people.isEmpty, !asked.contains(where: own.contains) { return false }
        if isFailing, step.status != .failing { return false }
        if isLate, !step.isLate { return false }
        guard let due else { return true }
        let isOpen = step.status != .ready && step.status != .notApplicable
        return isOpen && step.dueLapses <= assessment.asOf.advanced(by: due)
    }
}
