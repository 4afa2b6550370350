package import Rollout

/// How many entries count although nobody proved who said it, by how they are authenticated.
package struct UnprovedNames: Hashable, Sendable {
    package let how: Authentication
    package let count: Int

    /// One for each way, in a stable order; none where each entry that counts has a key that counts.
    package static func all(in assessment: Assessment) -> [UnprovedNames] {
        Dictionary(grouping: assessment.countingEntries) { $0.authentication.code }
            .sorted { $0.key < $1.key }.compactMap { _, entries in
                guard let how = entries.first?.authentication else { return nil }
                if case .key = how { return nil }
                return UnprovedNames(how: how, count: entries.count)
            }
    }
}
