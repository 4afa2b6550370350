/// A recorded answer to a roll call, and whether it counts.
package struct PollAssessment: Hashable, Sendable {
    package let entry: Entry
    package let poll: Poll
    package let role: RoleID
    package let reason: PollReason

    package init(entry: Entry, poll: Poll, role: RoleID, reason: PollReason) {
        self.entry = entry
        self.poll = poll
        self.role = role
        self.reason = reason
    }

    package var counts: Bool { reason == .counts }
    package var principal: Principal { entry.statement.principal }
}
