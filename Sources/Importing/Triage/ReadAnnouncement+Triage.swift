package import Rollout

extension ReadAnnouncement {
    /// The day by which somebody has to have acted: the one that the publisher names, else the first
    /// start that is ahead; nil where none is known.
    package var dateToAct: CivilDate? {
        if let day = post.actionRequiredBy { return day }
        let over: Set<PhaseStatus> = [.completed, .available, .cancelled]
        return draftPhases.filter { phase in !(phase.status.map(over.contains) ?? false) }
            .compactMap { $0.start?.days?.earliest ?? $0.end?.days?.earliest }.min()
    }

    /// What tells this version of the announcement from another one.
    package var digest: ContentDigest {
        ContentDigest(of: Array(post.title.utf8) + [10] + Array(post.body.utf8))
    }

    /// Critical before high before the rest.
    package var urgency: Int {
        switch post.severity.lowercased() {
        case "critical": 0
        case "high": 1
        default: 2
        }
    }
}
