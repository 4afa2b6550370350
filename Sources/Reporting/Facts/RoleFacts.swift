package import Rollout

/// Where the steps of a role stand, and what is asked of its members.
package struct RoleFacts: Sendable {
    package let role: Role
    package let counts: StatusCounts
    /// Sign-offs of the role that open steps lack, whosever the steps are.
    package let missing: [MissingSignOffs]
}
