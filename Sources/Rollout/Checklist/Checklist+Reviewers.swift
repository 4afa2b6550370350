extension Checklist {
    /// The roles whose members may look back on an emergency decision.
    package var reviewingRoles: [RoleID] { [owner] + decisions.poll.filter { $0 != owner } }
}
