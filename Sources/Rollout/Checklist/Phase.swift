/// A part of the rollout timeline that steps are due against.
package struct Phase: Hashable, Sendable {
    /// How far a phase has come, as its publisher says.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case planned, started, completed, paused, cancelled
    }

    package let id: PhaseID
    package let title: String
    /// Whom the phase reaches; empty where the checklist does not say.
    package let audience: String
    package let starts: CalendarRange
    package let ends: CalendarRange?
    package let status: Status
    /// The actual start; nil where it is not known.
    package let started: CalendarPoint?
    /// The actual end; nil where it is not known.
    package let ended: CalendarPoint?
    /// The phrase that the dates were read from; empty where the checklist does not say.
    package let source: String
    package let applicability: Applicability

    package init(
        id: PhaseID, title: String, audience: String = "", starts: CalendarRange,
        ends: CalendarRange? = nil, status: Status = .planned, started: CalendarPoint? = nil,
        ended: CalendarPoint? = nil, source: String = "", applicability: Applicability = .applies
    ) {
        self.id = id
        self.title = title
        self.audience = audience
        self.starts = starts
        self.ends = ends
        self.status = status
        self.started = started
        self.ended = ended
        self.source = source
        self.applicability = applicability
    }

    /// What dues count from: the actual start where it is known, else the earliest announced one.
    package var start: CalendarPoint { started ?? starts.earliest }

    /// The same for the end; nil where neither is known.
    package var end: CalendarPoint? { ended ?? ends?.earliest }
}
