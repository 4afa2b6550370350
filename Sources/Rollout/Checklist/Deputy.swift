/// Somebody who may act for a member of a role for a while.
package struct Deputy: Hashable, Sendable {
    /// The member.
    package let member: Principal
    /// Who acts for the member.
    package let deputy: Principal
    package let from: CalendarPoint
    /// The last day, or the local time at which it ends.
    package let until: CalendarPoint
    package let reason: String

    package init(
        member: Principal, deputy: Principal, from: CalendarPoint, until: CalendarPoint,
        reason: String
    ) {
        self.member = member
        self.deputy = deputy
        self.from = from
        self.until = until
        self.reason = reason
    }
}
