import Rollout

/// The due date of a step that a sheet gave another day, counted from the phase where that day fits.
///
/// A step keeps its phase as long as the day lies on the side of the phase's start where the step was,
/// and no other phase starts between the two; what was due before a start, and now is due behind it, is
/// of a later phase. Else it counts to the first phase that starts on that day or later, since the
/// verdict of that phase is the next one that asks for it, and behind the last start from that one.
struct FittedDue {
    private let checklist: Checklist
    private let due: Due
    private let day: CivilDate

    /// - Parameters:
    ///   - due: What the step had before.
    ///   - day: What the sheet says.
    ///   - checklist: Has the phases.
    init(_ due: Due, on day: CivilDate, in checklist: Checklist) {
        self.due = due
        self.day = day
        self.checklist = checklist
    }

    /// The new due date; nil where no day can be counted from the start of the step's phase, or from so
    /// far away.
    var fitted: Due? {
        guard let own = checklist.phase(due.phase), let start = Self.start(of: own) else {
            return nil
        }
        if keeps(own, start) {
            let edge = due.edge == .end ? own.end.map(\.date) ?? start : start
            return counted(from: edge, of: own, due.edge)
        }
        let next = starts.filter { $0.start >= day }.min { $0.start < $1.start }
        let last = starts.filter { $0.start < day }.max { $0.start < $1.start }
        let other = next ?? last ?? (own, start)
        return counted(from: other.start, of: other.phase, .start)
    }

    private func counted(from edge: CivilDate, of phase: Phase, _ side: Due.Edge) -> Due? {
        let days = day.daysSinceEpoch - edge.daysSinceEpoch
        return abs(days) <= Self.mostDays ? Due(phase: phase.id, edge: side, amount: days) : nil
    }

    /// More is a slip, and no plan.
    private static let mostDays = 9999

    private func keeps(_ own: Phase, _ start: CivilDate) -> Bool {
        let former = checklist.point(of: due)?.date ?? start
        let between = starts.map(\.start).filter { $0 != start }
        return former <= start
            ? day <= start && !between.contains { (day..<start).contains($0) }
            : day > start && !between.contains { $0 > start && $0 <= day }
    }

    /// The phases that are ahead or under way, with the days on which they start.
    private var starts: [(phase: Phase, start: CivilDate)] {
        checklist.timeline.compactMap { phase in
            guard phase.status != .cancelled, phase.status != .completed,
                phase.applicability == .applies, let start = Self.start(of: phase)
            else { return nil }
            return (phase, start)
        }
    }

    private static func start(of phase: Phase) -> CivilDate? {
        phase.start == .toBeAnnounced ? nil : phase.start.date
    }
}
