package import Rollout

/// The answers that a go for the start of a phase still waits for, and who can give them.
package struct RollCallDebt: Sendable {
    /// The place of the report among those that were given.
    package let report: Int
    package let phase: Phase
    /// When the phase starts.
    package let by: Instant
    /// One for each role that has not answered.
    package let calls: [WhomToCall]

    /// That of the phase that is ahead; nil where all have answered, the owner has decided, or nobody
    /// knows when it starts.
    init?(_ facts: ReportFacts, of report: Int) {
        let assessment = facts.assessment
        let checklist = assessment.checklist
        guard let next = facts.next, next.decision == nil, next.phase.start != .toBeAnnounced
        else { return nil }
        let answered = Set(assessment.rollCall(next.phase.id, .start).map(\.role))
        let calls = checklist.decisions.poll.filter { !answered.contains($0) }.map { role in
            WhomToCall(role: role, actors: checklist.actors(for: role, at: assessment.asOf))
        }
        self.init(report, next.phase, by: next.starts, calls)
    }

    private init?(_ report: Int, _ phase: Phase, by: Instant, _ calls: [WhomToCall]) {
        guard !calls.isEmpty else { return nil }
        self.report = report
        self.phase = phase
        self.by = by
        self.calls = calls
    }

    /// The same for those of the roles for which some of the people can answer.
    ///
    /// Nil where there are none; where no role or nobody is asked for, any will do.
    func narrowed(roles: [RoleID], people: [Principal]) -> RollCallDebt? {
        let fitting = calls.filter { call in
            (roles.isEmpty || roles.contains(call.role))
                && (people.isEmpty || call.people.contains(where: people.contains))
        }
        return RollCallDebt(report, phase, by: by, fitting)
    }
}
