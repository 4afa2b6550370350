import Rollout

extension Assessment {
    /// The entries that the verdicts rest on: the newest outcomes of checks, and the acts that count.
    var countingEntries: [Entry] {
        var entries: [Entry] = []
        for step in steps {
            entries += step.checks.compactMap(\.entry)
            entries += step.signOffs.filter(\.counts).map(\.entry)
        }
        entries += waivers.filter(\.covers).map(\.entry)
        entries += decisions.filter(\.stands).map(\.entry)
        return entries
    }
}
