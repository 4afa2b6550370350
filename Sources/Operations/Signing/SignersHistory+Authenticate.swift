package import Attestation
package import Rollout

extension SignersHistory {
    /// The entries with how each is authenticated; several processors verify many at once.
    package func authenticate(_ entries: [Entry]) async -> [Entry] {
        await AllProcessors.map(entries, share: 256) {
            $0.authenticated(
                authentication(of: $0),
                otherNames: otherNames(of: $0.statement.actor, at: $0.sequence))
        }
    }
}
