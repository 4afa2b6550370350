package import Rollout

/// Names of several rollouts that no two of them share: id and scope, and the place where these are the
/// same.
package struct RolloutNames: Sendable {
    private let counts: [String: Int]

    package init(_ checklists: [Checklist]) {
        let rollouts = Dictionary(
            checklists.map { ("\(Self.plain($0))\n\($0.rollout.place)", Self.plain($0)) },
            uniquingKeysWith: { first, _ in first })
        counts = rollouts.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    package func name(of checklist: Checklist) -> String {
        let plain = Self.plain(checklist)
        return counts[plain, default: 0] > 1 ? "\(plain) in \(checklist.rollout.place)" : plain
    }

    private static func plain(_ checklist: Checklist) -> String {
        let scope = ScopeWording.words(checklist)
        return scope.isEmpty ? checklist.id : "\(checklist.id), \(scope)"
    }
}
