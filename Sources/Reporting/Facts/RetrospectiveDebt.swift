package import Rollout

/// A retrospective that an emergency decision still owes, and who can give it.
package struct RetrospectiveDebt: Sendable {
    /// The place of the report among those that were given.
    package let report: Int
    package let decision: DecisionAssessment
    package let by: Instant
    /// One for each role; whoever made the decision cannot look back on it.
    package let calls: [WhomToCall]

    static func all(in assessment: Assessment, of report: Int) -> [RetrospectiveDebt] {
        assessment.emergencies.compactMap { decision in
            guard case .owed(let by) = decision.retrospective else { return nil }
            let statement = decision.entry.statement
            let deciders = [statement.principal, statement.actor.represented]
            let checklist = assessment.checklist
            let calls = checklist.reviewingRoles.map { role in
                let actors = checklist.actors(for: role, at: assessment.asOf)
                return WhomToCall(
                    role: role,
                    actors: actors.filter {
                        !deciders.contains($0.principal) && !deciders.contains($0.represented)
                    })
            }
            return RetrospectiveDebt(report: report, decision: decision, by: by, calls: calls)
        }
    }

    /// The same for those of the roles for which some of the people can give it.
    ///
    /// Nil where there are none; where no role or nobody is asked for, any will do.
    func narrowed(roles: [RoleID], people: [Principal]) -> RetrospectiveDebt? {
        let fitting = calls.filter { call in
            (roles.isEmpty || roles.contains(call.role))
                && (people.isEmpty || call.people.contains(where: people.contains))
        }
        guard !fitting.isEmpty else { return nil }
        return RetrospectiveDebt(report: report, decision: decision, by: by, calls: fitting)
    }
}
