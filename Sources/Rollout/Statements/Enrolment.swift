/// Somebody made a passkey with a link; the passkey itself signed it.
///
/// It gives the passkey no weight: that does the list of signers, once its owner has put it there.
package struct Enrolment: Hashable, Sendable {
    /// The name that the passkey has in a browser, in base64 for addresses.
    package let credential: String
    /// The public key, as a line of OpenSSH.
    package let key: String
    /// The secret of the link, which is of no use from now on.
    package let token: String

    package init(credential: String, key: String, token: String) {
        self.credential = credential
        self.key = key
        self.token = token
    }

    /// What the link that was used says of its secret.
    package var tokenDigest: ContentDigest { ContentDigest(of: token.utf8) }

    package func statement(by principal: Principal, at instant: Instant) -> Statement {
        Statement(
            rollout: EnrolmentLink.rollout, scope: Scope(target: nil, parameters: [:]),
            checklist: tokenDigest, principal: principal, madeAt: instant, body: .enrolment(self))
    }
}
