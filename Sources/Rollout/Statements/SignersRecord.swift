/// The owner of the ledger recorded whose keys count.
///
/// It is about the ledger and not about one rollout, and is filed under a name that no checklist can
/// have.
package struct SignersRecord: Hashable, Sendable {
    /// The one principal who may record the next list.
    package let owner: Principal
    /// The text of an `allowed_signers` file (ssh-keygen(1)); its digest is the statement's
    /// `checklist`.
    package let allowed: Kept<String>
    /// Keys that count no more, a line each as ssh-keygen takes them; empty where there are none.
    package let revoked: String
    /// Where pages may have people sign with passkeys; what a browser signed elsewhere does not count.
    package let origins: [PageOrigin]

    package init(
        owner: Principal, allowed: Kept<String>, revoked: String, origins: [PageOrigin] = []
    ) {
        self.owner = owner
        self.allowed = allowed
        self.revoked = revoked
        self.origins = origins
    }

    /// What such statements are filed under.
    package static let rollout = RolloutReference(id: ".signers", place: "")

    /// The statement that records the list.
    package static func statement(
        owner: Principal, allowed: String, revoked: String, origins: [PageOrigin] = [],
        by principal: Principal, at instant: Instant
    ) -> Statement {
        Statement(
            rollout: rollout, scope: Scope(target: nil, parameters: [:]),
            checklist: ContentDigest(of: allowed.utf8), principal: principal, madeAt: instant,
            body: .signers(
                SignersRecord(
                    owner: owner, allowed: .inline(allowed), revoked: revoked, origins: origins)))
    }
}
