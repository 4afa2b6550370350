package import Rollout

extension ReadAnnouncement {
    /// The day by which somebody has to have acted: the one that the publisher names, else the first
    /// start of what has not begun, else the first end of what has; nil where none is known.
    package var dateToAct: CivilDate? {
        if let day = post.actionRequiredBy { return day }
        let over: Set<PhaseStatus> = [.completed, .available, .cancelled]
        let phases = draftPhases.filter { phase in !(phase.status.map(over.contains) ?? false) }
        let ahead = phases.filter { $0.status != .started }
            .compactMap { $0.start?.days?.earliest ?? $0.end?.days?.earliest }
        return ahead.min() ?? phases.compactMap { $0.end?.days?.earliest }.min()
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
