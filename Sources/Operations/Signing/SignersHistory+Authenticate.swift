package import Attestation
package import Rollout

extension SignersHistory {
    /// The entries with how each is authenticated; several processors verify many at once.
    package func authenticate(_ entries: [Entry]) async -> [Entry] {
        let signed = entries.indices.filter { entries[$0].signature != nil }
        guard signed.count > 32 else {
            return entries.map { $0.authenticated(authentication(of: $0)) }
        }
        var authenticated = entries
        await withTaskGroup(of: [(Int, Authentication)].self) { group in
            for start in stride(from: 0, to: signed.count, by: 256) {
                let places = signed[start..<min(start + 256, signed.count)]
                group.addTask { places.map { ($0, authentication(of: entries[$0])) } }
            }
            for await part in group {
                for (place, authentication) in part {
                    authenticated[place] = entries[place].authenticated(authentication)
                }
            }
        }
        return authenticated
    }
}
