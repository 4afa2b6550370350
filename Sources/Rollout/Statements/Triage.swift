/// Somebody said what becomes of an announcement, so that one that was passed over can be accounted
/// for.
///
/// It is about no rollout, and is filed under a name that no checklist can have; the statement's
/// `checklist` is the digest of the announcement as it was read.
package struct Triage: Hashable, Sendable {
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        /// It becomes a checklist.
        case `import`
        /// It concerns nobody here.
        case ignore
    }

    /// The publisher's number, such as `MC1169566`.
    package let announcement: String
    package let choice: Choice
    package let reason: String

    package init(announcement: String, choice: Choice, reason: String) {
        self.announcement = announcement
        self.choice = choice
        self.reason = reason
    }

    /// What such statements are filed under.
    package static let rollout = RolloutReference(id: ".triage", place: "")

    /// The statement that says so of an announcement with a digest.
    package func statement(
        of digest: ContentDigest, by principal: Principal, at instant: Instant
    ) -> Statement {
        Statement(
            rollout: Self.rollout, scope: Scope(target: nil, parameters: [:]), checklist: digest,
            principal: principal, madeAt: instant, body: .triage(self))
    }
}
