package import Rollout

/// What sentences look titles, times and waivers up in.
package struct WordingContext: Sendable {
    package let checklist: Checklist
    /// By entry.
    private let waivers: [Int: WaiverAssessment]
    /// What the steps that are waived would be without their waivers, by the waivers' entries.
    private let statuses: [Int: StepStatus]

    package init(
        _ checklist: Checklist, waivers: [WaiverAssessment] = [], steps: [StepAssessment] = []
    ) {
        self.checklist = checklist
        let waived = steps.compactMap { step -> (Int, StepStatus)? in
            guard case .waived(_, _, let entry, _) = step.reason, let without = step.withoutWaiver
            else { return nil }
            return (entry, without.status)
        }
        statuses = Dictionary(waived) { first, _ in first }
        self.waivers = Dictionary(waivers.map { ($0.entry.sequence, $0) }) { first, _ in first }
    }

    package init(_ assessment: Assessment) {
        self.init(assessment.checklist, waivers: assessment.waivers, steps: assessment.steps)
    }

    /// The title of a role; its id where the checklist has none.
    package func role(_ id: RoleID) -> String {
        title(checklist.role(id)?.title, or: id.text)
    }

    /// The title of a phase; its id where the checklist has none.
    package func phase(_ id: PhaseID) -> String {
        title(checklist.phase(id)?.title, or: id.text)
    }

    /// The title of a target; its id where the checklist has none.
    package func target(_ id: TargetID) -> String {
        title(checklist.targets.first { $0.id == id }?.title, or: id.text)
    }

    /// A moment by the clocks of the checklist's zone, which is named.
    package func time(_ instant: Instant) -> String {
        LocalTime.text(instant, in: checklist.zone)
    }

    /// The first moment after something, a midnight being the end of the day before.
    package func end(_ instant: Instant) -> String {
        LocalTime.end(instant, in: checklist.zone)
    }

    /// The waiver of an entry; nil where it is not known.
    package func waiver(at entry: Int) -> WaiverAssessment? { waivers[entry] }

    /// What the step that the waiver of an entry covers would be without it; nil where it is not
    /// known.
    package func statusWithoutWaiver(at entry: Int) -> StepStatus? { statuses[entry] }

    private func title(_ title: String?, or id: String) -> String {
        guard let title, !title.isEmpty else { return Prose.value(id) }
        return title
    }
}
