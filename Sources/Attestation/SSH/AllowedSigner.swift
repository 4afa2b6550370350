package import Rollout

/// One line of a list of signers: who may sign with a key, or with certificates of an authority.
package struct AllowedSigner: Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let principals: PrincipalPatterns
    package let key: SSHKey
    /// The key signs certificates, and counts for nothing else.
    package let isAuthority: Bool
    /// What it may sign; nil for all.
    package let namespaces: PrincipalPatterns?
    /// The first second at which it counts; nil for no bound.
    package let validAfter: Instant?
    /// The last second at which it counts; nil for no bound.
    package let validBefore: Instant?

    /// What keeps the line from counting; nil where it counts.
    func objection(
        to principal: Principal, for namespace: SignatureNamespace, at instant: Instant
    ) -> SignatureFault? {
        guard principals.match(principal.text) else {
            return .notForPrincipal(principal, line: line)
        }
        if let namespaces, !namespaces.match(namespace.text) {
            return .namespaceNotAllowed(namespace, line: line)
        }
        if let validAfter, instant < validAfter {
            return .keyNotYetValid(from: validAfter, line: line)
        }
        // As with ssh-keygen, which counts whole seconds, the last second belongs to it.
        if let validBefore, instant.milliseconds >= validBefore.milliseconds + 1000 {
            return .keyExpired(validBefore, line: line)
        }
        return nil
    }
}
