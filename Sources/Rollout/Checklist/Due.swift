/// When a step must be done, counted from an edge of a phase: `worldwide - 7d`, `pilot.end + 2bd`.
package struct Due: Hashable, Sendable, CustomStringConvertible {
    /// The edge of the phase that is counted from.
    package enum Edge: String, Hashable, Sendable {
        case start, end
    }

    /// The unit that is counted in.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case hours = "h"
        case days = "d"
        case weeks = "w"
        /// Monday to Friday.
        case workingDays = "bd"
    }

    package let phase: PhaseID
    package let edge: Edge
    /// Negative before the edge, positive after it.
    package let amount: Int
    package let unit: Unit

    package init(phase: PhaseID, edge: Edge = .start, amount: Int = 0, unit: Unit = .days) {
        self.phase = phase
        self.edge = edge
        self.amount = amount
        self.unit = unit
    }

    /// The point of the calendar; nil where the phase has no end to count from.
    ///
    /// Days, weeks and working days keep the time of day. Hours are real hours: from the first moment
    /// of a day that a phase starts on, and from the moment at which a day that it ends on is over.
    package func point(in phase: Phase, zone: Zone) -> CalendarPoint? {
        guard let from = edge == .start ? phase.start : phase.end else { return nil }
        // Nothing can be counted from what is not known: all of it is due before it.
        guard amount != 0, from != .toBeAnnounced else { return from }
        switch unit {
        case .hours:
            let moment = edge == .start ? from.begins(in: zone) : from.lapses(in: zone)
            return .time(zone.local(moment.advanced(by: .seconds(amount * 3600))))
        case .days: return from.moved { $0.adding(days: amount) }
        case .weeks: return from.moved { $0.adding(days: amount * 7) }
        case .workingDays: return from.moved { $0.adding(workingDays: amount) }
        }
    }

    package var description: String {
        let edge = edge == .end ? "\(phase).end" : phase.text
        return amount == 0
            ? edge : "\(edge) \(amount < 0 ? "-" : "+") \(abs(amount))\(unit.rawValue)"
    }
}

extension CalendarPoint {
    /// The point at the same time of another day.
    fileprivate func moved(_ move: (CivilDate) -> CivilDate) -> CalendarPoint {
        switch self {
        case .toBeAnnounced: return self
        case .day(let date): return .day(move(date))
        case .time(let time):
            let midnight = LocalDateTime(startOf: move(time.date))
            return .time(
                LocalDateTime(secondsAsIfUTC: midnight.secondsAsIfUTC + Int64(time.secondOfDay)))
        }
    }
}
