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
    package func list() throws(OperationFailure) -> [TrustedChecklist] { try store.trusted() }

    /// Trusts checklists as they stand now.
    package func grant(_ loaded: [LoadedChecklist]) throws(OperationFailure) -> [TrustedChecklist] {
        var new: [TrustedChecklist] = []
        for checklist in loaded { new.append(try TrustedChecklist(checklist, context)) }
        try store.change { stored in
            stored.removeAll { old in
                new.contains {
                    $0.path == old.path && $0.folder == old.folder && $0.target == old.target
                        && $0.values == old.values
                }
            }
            stored += new
        }
        return new
    }

    /// Ends the trust in paths and digests of the list, whatever the files say by now.
    package func revoke(_ names: [String]) throws(OperationFailure) -> [TrustedChecklist] {
        let wanted = Set(names.flatMap { [$0, context.wholeName($0)] })
        var removed: [TrustedChecklist] = []
        try store.change { stored in
            func isNamed(_ one: TrustedChecklist) -> Bool {
                wanted.contains(one.path) || wanted.contains(one.digest.description)
            }
            removed = stored.filter(isNamed)
            stored.removeAll(where: isNamed)
        }
        guard !removed.isEmpty else { throw .notTrusted(names) }
        return removed
    }

    /// For each checklist why what it executes may not be executed; nil where it may.
    ///
    /// Who keeps the list unsafe is told so only where the list is needed.
    package func refusals(
        _ loaded: [LoadedChecklist], allowingAll: Bool
    ) throws(OperationFailure) -> [TrustRefusal?] {
        let isNeeded = loaded.contains(where: \.mayNeedTrust)
        if allowingAll || !isNeeded { return loaded.map { _ in nil } }
        let trusted = try store.trusted()
        let digests = Set(trusted.map(\.digest))
        var refusals: [TrustRefusal?] = []
        for checklist in loaded {
            guard checklist.mayNeedTrust else {
                refusals.append(nil)
                continue
            }
            let isKnown = trusted.contains { $0.text == checklist.checklist.digest }
            let now = try TrustedChecklist(checklist, readingPrograms: isKnown, context)
            refusals.append(
                isKnown && digests.contains(now.digest)
                    ? nil : TrustRefusal(checklist, now: now, among: trusted))
        }
        return refusals
    }
}

extension TrustRefusal? {
    /// Whether a check may execute something.
    package var permission: CheckEnvironment.CommandPermission {
        self == nil ? .granted : .refused
    }
}
