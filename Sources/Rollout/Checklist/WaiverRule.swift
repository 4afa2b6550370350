/// Who may waive a step, and for how long at most.
package struct WaiverRule: Hashable, Sendable {
    package let roles: [RoleID]
    /// From the entry of the waiver to its end.
    package let longest: Duration

    package init(roles: [RoleID], longest: Duration) {
        self.roles = roles
        self.longest = longest
    }
}
