import Rollout

/// Which steps a run is about; an empty list leaves nothing out.
package struct RunFilter: Sendable {
    private let roles: [String]
    private let phases: [String]
    private let steps: [String]

    package init(roles: [String] = [], phases: [String] = [], steps: [String] = []) {
        self.roles = roles
        self.phases = phases
        self.steps = steps
    }

    func fits(_ step: Step) -> Bool {
        (roles.isEmpty || roles.contains(step.role.text))
            && (phases.isEmpty || phases.contains(step.due.phase.text))
            && (steps.isEmpty || steps.contains { StepID($0).names(step.id) })
    }

    /// Refuses names that no checklist has.
    func require(knownBy checklists: [Checklist]) throws(OperationFailure) {
        try require(roles, .role, checklists.flatMap { $0.roles.map(\.id.text) })
        try require(phases, .phase, checklists.flatMap { $0.timeline.map(\.id.text) })
        try require(
            steps, .step,
            checklists.flatMap { $0.steps.flatMap { [$0.id.text, $0.id.root.text] } })
    }

    private func require(
        _ given: [String], _ kind: OperationFailure.NameKind, _ known: [String]
    ) throws(OperationFailure) {
        let names = Set(known)
        for name in given where !names.contains(name) {
            throw .unknown(kind, name, known: known)
        }
    }
}
