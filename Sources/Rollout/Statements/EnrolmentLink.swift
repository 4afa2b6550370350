/// The owner of the ledger lets one person make a passkey, once, with a link.
///
/// It is about the ledger and not about one rollout, and is filed under a name that no checklist can
/// have; the statement's `checklist` is the digest of the token.
package struct EnrolmentLink: Hashable, Sendable {
    /// Who is to have the passkey.
    package let person: Principal
    /// The digest of the secret that stands in the link.
    package let token: ContentDigest
    /// The first moment at which the link is of no use.
    package let until: Instant

    package init(person: Principal, token: ContentDigest, until: Instant) {
        self.person = person
        self.token = token
        self.until = until
    }

    /// What such statements, and those of `Enrolment`, are filed under.
    package static let rollout = RolloutReference(id: ".passkeys", place: "")

    package func statement(by principal: Principal, at instant: Instant) -> Statement {
        Statement(
            rollout: Self.rollout, scope: Scope(target: nil, parameters: [:]), checklist: token,
            principal: principal, madeAt: instant, body: .enrolmentLink(self))
    }
}
