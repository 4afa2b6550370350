package import Rollout

/// The picture of a rollout, before a format draws it: phases that apply, when steps are due, and
/// the instant of the report.
package struct Timeline: Sendable {
    /// A phase, or a part of one.
    package struct Bar: Sendable {
        package enum Kind: Sendable {
            /// The days between which a phase may start.
            case startRange
            case running
            /// The days between which it may end.
            case endRange
        }
        package let kind: Kind
        /// The first moment of it.
        package let from: Moment
        /// The first moment behind it.
        package let to: Moment
    }

    /// A phase with what is drawn of it; without bars where nothing is known.
    package struct Row: Sendable {
        package let phase: PhaseAssessment
        package let bars: [Bar]
    }

    /// The steps that are due at one point.
    package struct DuePoint: Sendable {
        package let at: Moment
        /// Places of the steps.
        package let steps: [Int]
        /// Whether a step of them is late, and below whether all of them are done.
        package let isLate: Bool
        package let isDone: Bool
    }

    /// A local time, in minutes as if the zone were UTC: pictures know no zones.
    package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// Since 1970-01-01 00:00.
        package let minutes: Int

        package static func < (left: Moment, right: Moment) -> Bool { left.minutes < right.minutes }

        /// The beginning of a point, or the end of the day that it is; nil for one that is not known.
        init?(_ point: CalendarPoint, isEnd: Bool = false) {
            switch point {
            case .day(let day): self.init(isEnd ? day.adding(days: 1) : day)
            case .time(let time): self.init(time)
            case .toBeAnnounced: return nil
            }
        }

        init(_ day: CivilDate) { minutes = day.daysSinceEpoch * 1440 }

        init(_ time: LocalDateTime) { minutes = Int(time.secondsAsIfUTC / 60) }

        package var date: CivilDate { CivilDate(daysSinceEpoch: (minutes - minuteOfDay) / 1440) }

        private var minuteOfDay: Int { (minutes % 1440 + 1440) % 1440 }

        /// Such as `2025-10-03 22:00`.
        package var description: String {
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(date) \(padded(minuteOfDay / 60)):\(padded(minuteOfDay % 60))"
        }
    }

    package let asOf: Moment
    package let rows: [Row]
    package let due: [DuePoint]
    /// All steps; `due` names them by their places here.
    package let steps: [StepAssessment]

    package init(_ assessment: Assessment) {
        let zone = assessment.checklist.zone
        asOf = Moment(zone.local(assessment.asOf))
        steps = assessment.steps
        // What has no start has no bar.
        rows = assessment.phases.filter { $0.verdict != nil && $0.phase.start != .toBeAnnounced }
            .map { Row(phase: $0, bars: Self.bars($0.phase)) }
        let all = assessment.steps
        let places = all.indices.filter { all[$0].status != .notApplicable }
        var byPoint: [Moment: [Int]] = [:]
        for place in places {
            guard let at = Moment(all[place].due) else { continue }
            byPoint[at, default: []].append(place)
        }
        due = byPoint.sorted { $0.key < $1.key }.map { at, places in
            DuePoint(
                at: at, steps: places, isLate: places.contains { all[$0].isLate },
                isDone: places.allSatisfy { all[$0].status.isSettled })
        }
    }

    /// The first and the last moment that the picture shows, with a day at each end.
    package var span: (from: Moment, to: Moment) {
        let all = [asOf] + due.map(\.at) + rows.flatMap(\.bars).flatMap { [$0.from, $0.to] }
        let first = all.min() ?? asOf
        let last = all.max() ?? asOf
        return (
            Moment(first.date.adding(days: -1)), Moment(last.date.adding(days: 2))
        )
    }

    private static func bars(_ phase: Phase) -> [Bar] {
        var bars: [Bar] = []
        let starts = phase.starts
        let isOpen = phase.started == nil && starts.earliest != starts.latest
        if isOpen {
            bars += bar(.startRange, starts.earliest, starts.latest)
        }
        let from = phase.started ?? starts.latest
        let to = phase.ended ?? phase.ends?.earliest ?? (isOpen ? nil : from)
        if let to { bars += bar(.running, from, to) }
        if phase.ended == nil, let ends = phase.ends, ends.earliest != ends.latest {
            bars += bar(.endRange, ends.earliest, ends.latest)
        }
        return bars
    }

    /// The bar between two points that are known, or none.
    ///
    /// An actual point can lie behind one that was announced: no bar ends before it begins.
    private static func bar(_ kind: Bar.Kind, _ from: CalendarPoint, _ to: CalendarPoint) -> [Bar] {
        guard let from = Moment(from), let to = Moment(to, isEnd: true) else { return [] }
        return [Bar(kind: kind, from: from, to: max(from, to))]
    }
}
