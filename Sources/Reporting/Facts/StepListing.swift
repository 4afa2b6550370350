import Rollout

/// Lists every step below one phase at most.
struct StepListing {
    private(set) var phases: [PhaseFacts] = []
    let unlisted: [Int]
    let unlistedByRole: [PhaseFacts.RoleGroup]

    init(_ assessment: Assessment) {
        let steps = assessment.steps
        let ranks = Dictionary(
            assessment.checklist.roles.enumerated().map { ($1.id, $0) }
        ) { first, _ in first }
        var isListed = Array(repeating: false, count: steps.count)
        for phase in assessment.phases {
            let listed = phase.due.filter { !isListed[$0] }
            for place in listed { isListed[place] = true }
            phases.append(
                PhaseFacts(
                    phase, listed: listed, byRole: Self.groups(listed, steps, ranks), steps: steps))
        }
        unlisted = steps.indices.filter { !isListed[$0] }
        unlistedByRole = Self.groups(unlisted, steps, ranks)
    }

    /// The steps by role: known roles by rank, then the others as they come.
    private static func groups(
        _ places: [Int], _ steps: [StepAssessment], _ ranks: [RoleID: Int]
    ) -> [PhaseFacts.RoleGroup] {
        var order: [RoleID] = []
        var members: [RoleID: [Int]] = [:]
        for place in places {
            let role = steps[place].step.role
            if members[role] == nil { order.append(role) }
            members[role, default: []].append(place)
        }
        let sorted = order.enumerated().sorted { left, right in
            (ranks[left.element] ?? .max, left.offset) < (
                ranks[right.element] ?? .max, right.offset
            )
        }
        return sorted.map { _, role in
            let own = members[role, default: []]
            return PhaseFacts.RoleGroup(
                role: role, steps: own, counts: StatusCounts(own.lazy.map { steps[$0] }))
        }
    }
}
