/// What the owner's go has to wait for.
package struct DecisionTerms: Hashable, Sendable {
    /// Each of these roles answers the roll call first.
    package let poll: [RoleID]
    /// Whether each of them must say go.
    package let isUnanimous: Bool
    /// How long after an emergency decision its retrospective is due.
    package let retrospectiveWithin: Duration

    package init(
        poll: [RoleID] = [], isUnanimous: Bool = false,
        retrospectiveWithin: Duration = DecisionTerms.usualRetrospective
    ) {
        self.poll = poll
        self.isUnanimous = isUnanimous
        self.retrospectiveWithin = retrospectiveWithin
    }

    /// Seven days.
    package static let usualRetrospective = Duration.seconds(7 * 86_400)
}
