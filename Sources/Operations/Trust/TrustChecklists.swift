package import ChecklistDecoding
package import Checks
import Rollout

/// Trusts checklists to execute what their checks say, and tells which are trusted.
package struct TrustChecklists: Sendable {
    private let context: OperationContext
    private let store: TrustStore

    package init(_ context: OperationContext) {
        self.context = context
        store = TrustStore(stateFolder: context.stateFolder)
    }

    /// What is trusted.
    package func list() throws(OperationFailure) -> [TrustStore.Entry] { try store.entries() }

    /// Trusts checklists as they stand now.
    package func grant(_ loaded: [LoadedChecklist]) throws(OperationFailure) {
        let entries = loaded.map {
            TrustStore.Entry(digest: $0.trustDigest, path: context.wholeName($0.source.description))
        }
        try store.change { stored in
            stored.removeAll { old in entries.contains { $0.digest == old.digest } }
            stored += entries
        }
    }

    /// Ends the trust in paths and digests of the list, whatever the files say by now.
    package func revoke(_ names: [String]) throws(OperationFailure) -> [TrustStore.Entry] {
        let names = Set(names.flatMap { [$0, context.wholeName($0)] })
        var removed: [TrustStore.Entry] = []
        try store.change { stored in
            removed = stored.filter {
                names.contains($0.path) || names.contains($0.digest.description)
            }
            stored.removeAll { names.contains($0.path) || names.contains($0.digest.description) }
        }
        guard !removed.isEmpty else { throw .notTrusted(names.sorted()) }
        return removed
    }

    /// For each checklist whether what it executes may be executed.
    ///
    /// Who keeps the list unsafe is told so only where the list is needed.
    package func permissions(
        _ loaded: [LoadedChecklist], allowingAll: Bool
    ) throws(OperationFailure) -> [CheckEnvironment.CommandPermission] {
        let isNeeded = loaded.contains(where: \.mayNeedTrust)
        if allowingAll || !isNeeded { return loaded.map { _ in .granted } }
        let trusted = Set(try store.entries().map(\.digest))
        return loaded.map { trusted.contains($0.trustDigest) ? .granted : .refused }
    }
}
