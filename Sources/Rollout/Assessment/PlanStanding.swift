/// Whether the text of the checklist is approved.
package enum PlanStanding: Hashable, Sendable {
    case approved
    /// The roles that have not approved it, and the text that is approved instead.
    case lacking([RoleID], approved: ContentDigest?)
}
