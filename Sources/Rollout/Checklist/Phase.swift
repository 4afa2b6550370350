/// A stretch of the rollout timeline that steps are due against.
package struct Phase: Hashable, Sendable {
    /// How far a phase has come, as its publisher says.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case planned, started, completed, paused, cancelled
    }

    package let id: String
    package let title: String
    /// Whom the phase reaches; empty where the checklist does not say.
    package let audience: String
    package let starts: CalendarRange
    package let ends: CalendarRange?
    package let status: Status
    /// The phrase that the dates were read from; empty where the checklist does not say.
    package let source: String
    package let applicability: Applicability

    package init(
        id: String, title: String, audience: String = "", starts: CalendarRange,
        ends: CalendarRange? = nil,
        status: Status = .planned, source: String = "", applicability: Applicability = .applies
    ) {
        self.id = id
        self.title = title
        self.audience = audience
        self.starts = starts
        self.ends = ends
        self.status = status
        self.source = source
        self.applicability = applicability
    }
}
