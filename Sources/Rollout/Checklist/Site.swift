/// A vantage point that steps may ask for.
package struct Site: Hashable, Sendable {
    package let id: SiteID
    package let title: String
    /// Whom to call where it is silent; nil where the checklist does not say.
    package let role: RoleID?
    /// Whose outcomes count as seen from it; nil where those of anybody do whose outcomes count at all.
    package let runners: [Principal]?

    package init(
        id: SiteID, title: String, role: RoleID? = nil, runners: [Principal]? = nil
    ) {
        self.id = id
        self.title = title
        self.role = role
        self.runners = runners
    }
}
