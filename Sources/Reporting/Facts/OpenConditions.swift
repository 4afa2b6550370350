package import Rollout

/// What keeps a rollout from GO, root causes first.
///
/// What is not ready only because a step that it needs is not, is folded below that step.
package struct OpenConditions: Sendable {
    package struct Condition: Sendable {
        package let reason: PhaseReason
        /// The place of the step; nil for what is about no step.
        package let step: Int?
        /// The places of the steps that wait for it.
        package let waiting: [Int]
        /// Who can do something about it, by role.
        package let calls: [WhomToCall]

        /// Everybody who can do something about it, each once.
        package var call: [Principal] {
            var seen: Set<Principal> = []
            return calls.flatMap(\.people).filter { seen.insert($0).inserted }
        }
    }

    /// Late ones first, then blocking ones, each by due time.
    package let roots: [Condition]
    /// All of them, also those that are folded.
    package let count: Int

    init(_ assessment: Assessment, phases: [PhaseAssessment]) {
        var reasons: [PhaseReason] = []
        var known: Set<PhaseReason> = []
        for phase in phases {
            for reason in phase.current.reasons where known.insert(reason).inserted {
                reasons.append(reason)
            }
        }
        count = reasons.count
        let places = reasons.map { Self.place(of: $0, in: assessment) }
        let open = Set(places.compactMap(\.self))
        var waiting: [Int: [Int]] = [:]
        var folded: Set<Int> = []
        var causes = RootCauses(assessment, open: open)
        for place in places.compactMap(\.self) {
            let cause = causes.cause(of: place)
            guard cause != place else { continue }
            waiting[cause, default: []].append(place)
            folded.insert(place)
        }
        let roots = zip(reasons, places).enumerated().compactMap {
            number, pair -> (rank: Rank, number: Int, condition: Condition)? in
            let (reason, place) = pair
            if let place, folded.contains(place) { return nil }
            let condition = Condition(
                reason: reason, step: place,
                waiting: place.map { waiting[$0, default: []] } ?? [],
                calls: Self.calls(reason, place, assessment))
            return (Self.rank(condition, assessment), number, condition)
        }
        self.roots = roots.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
            .map(\.condition)
    }

    private struct Rank: Comparable {
        let urgency: Int
        let due: Instant

        static func < (left: Rank, right: Rank) -> Bool {
            (left.urgency, left.due) < (right.urgency, right.due)
        }
    }

    private static func rank(_ condition: Condition, _ assessment: Assessment) -> Rank {
        guard let place = condition.step else {
            return Rank(urgency: 0, due: Instant(milliseconds: 0))
        }
        let step = assessment.steps[place]
        let isBlocking = step.step.level == .blocking
        let urgency = step.status.isSettled ? 4 : !isBlocking ? 3 : step.isLate ? 1 : 2
        return Rank(urgency: urgency, due: step.dueLapses)
    }

    private static func place(of reason: PhaseReason, in assessment: Assessment) -> Int? {
        guard case .step(let id, _, _, _) = reason else { return nil }
        return assessment.checklist.place(of: id)
    }

    private static func calls(
        _ reason: PhaseReason, _ place: Int?, _ assessment: Assessment
    ) -> [WhomToCall] {
        let checklist = assessment.checklist
        switch reason {
        case .step:
            guard let place else { return [] }
            return WhomToCall.all(
                assessment.steps[place], in: checklist, at: assessment.asOf)
        case .planNotApproved(let roles, _):
            // No deputy approves the text that names the deputies.
            return roles.map { role in
                let members = checklist.role(role)?.members ?? []
                return WhomToCall(role: role, actors: members.map { Actor($0) })
            }
        default:
            let owner = checklist.owner
            return [
                WhomToCall(
                    role: owner, actors: checklist.actors(for: owner, at: assessment.asOf))
            ]
        }
    }
}
