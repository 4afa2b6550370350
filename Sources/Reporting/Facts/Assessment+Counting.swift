import Rollout

extension Assessment {
    /// The entries that the verdicts and decisions rest on, each once, in the order of the ledger: the
    /// newest outcomes of checks, and every act that counts, be it for a yes or for a no.
    var countingEntries: [Entry] {
        let counting: [[Entry]] = [
            steps.flatMap(\.checks).flatMap(\.entries),
            steps.flatMap(\.signOffs).filter(\.counts).map(\.entry),
            requests,
            waivers.filter(\.covers).map(\.entry),
            revocations.filter { $0.reason == .counts }.map(\.entry),
            editorials.filter { $0.reason == .counts }.map(\.entry),
            corrections.filter { $0.reason == .counts }.map(\.entry),
            approvals.filter { $0.reason == .counts }.map(\.entry),
            polls.filter(\.counts).map(\.entry),
            decisions.filter(\.stands).map(\.entry),
            decisions.compactMap(\.retrospective?.given),
        ]
        let once = Dictionary(counting.joined().map { ($0.sequence, $0) }) { first, _ in first }
        return once.values.sorted { $0.sequence < $1.sequence }
    }
}

extension RetrospectiveStanding {
    /// The entry of the one that was given; nil where it is owed.
    fileprivate var given: Entry? {
        guard case .given(let entry) = self else { return nil }
        return entry
    }
}
