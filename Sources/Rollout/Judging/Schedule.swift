/// When the steps of a checklist are due and its phases start.
struct Schedule {
    /// A due point with the moments at which it begins and has passed.
    struct DueTime {
        let point: CalendarPoint
        let begins: Instant
        let lapses: Instant
    }

    /// One for each step.
    let dueTimes: [DueTime]
    /// One for each phase of the timeline.
    let starts: [Instant]
    /// The places of the steps due against each phase, by due time, then in the order of the
    /// checklist.
    let due: [[Int]]
    /// The places of all steps by when they are due.
    private let byDue: [Int]

    init(_ checklist: Checklist) {
        let zone = checklist.zone
        let starts = checklist.timeline.map { $0.start.begins(in: zone) }
        let first = zip(starts, checklist.timeline).min { $0.0 < $1.0 }?.1.start
        let dueTimes = checklist.steps.map { step in
            // Decoding refuses a step that is due at no point; here it counts for every phase.
            let point = checklist.point(of: step.due) ?? first ?? .day(zone.local(.earliest).date)
            return DueTime(
                point: point, begins: point.begins(in: zone), lapses: point.lapses(in: zone))
        }
        let byDue = dueTimes.indices.sorted {
            (dueTimes[$0].begins, $0) < (dueTimes[$1].begins, $1)
        }
        let phases = Dictionary(checklist.timeline.enumerated().map { ($1.id, $0) }) { one, _ in
            one
        }
        var due = [[Int]](repeating: [], count: starts.count)
        for place in byDue {
            if let phase = phases[checklist.steps[place].due.phase] { due[phase].append(place) }
        }
        self.starts = starts
        self.dueTimes = dueTimes
        self.byDue = byDue
        self.due = due
    }

    /// The places of the steps that are due up to the start of a phase, in the order of the
    /// checklist.
    func dueBeforeStart(of phase: Int) -> [Int] {
        byDue.prefix { isDueBeforeStart($0, of: phase) }.sorted()
    }

    /// Whether a step counts for the start of a phase; a day counts from its first moment.
    func isDueBeforeStart(_ step: Int, of phase: Int) -> Bool {
        dueTimes[step].begins <= starts[phase]
    }

    /// The places of the steps that count for closing a phase: those due up to its start, and those
    /// due against it whose time has passed by a moment, nil being all of them.
    func dueBeforeClosing(of phase: Int, by instant: Instant?) -> [Int] {
        let after = dueAfterStart(of: phase, by: instant)
        return after.isEmpty
            ? dueBeforeStart(of: phase) : (dueBeforeStart(of: phase) + after).sorted()
    }

    /// The places of the steps that are due against a phase after its start and whose time has
    /// passed by a moment, nil being all of them, in the order of the checklist.
    func dueAfterStart(of phase: Int, by instant: Instant?) -> [Int] {
        due[phase].filter { place in
            !isDueBeforeStart(place, of: phase)
                && (instant.map { dueTimes[place].lapses <= $0 } ?? true)
        }
        .sorted()
    }

    /// When a phase is over: its actual end, else its latest announced one; where neither is
    /// known, when all that is due against it is due.
    func end(of place: Int, in checklist: Checklist) -> Instant {
        let phase = checklist.timeline[place]
        if let end = phase.ended ?? phase.ends?.latest { return end.lapses(in: checklist.zone) }
        return due[place].reduce(starts[place]) { max($0, dueTimes[$1].lapses) }
    }
}

extension Checklist {
    /// The point that a due date names; nil where its phase is not there or has no end to count
    /// from, which decoding refuses.
    package func point(of due: Due) -> CalendarPoint? {
        phase(due.phase).flatMap { due.point(in: $0, zone: zone) }
    }
}

extension Checklist {
    /// The moment before which no yes counts for a step; nil where any does.
    ///
    /// Decoding refuses a moment that is nowhere; here no evidence is late enough for it.
    func countsFrom(_ step: Step) -> Instant? {
        step.notBefore.map { point(of: $0)?.begins(in: zone) ?? .latest }
    }
}

extension Instant {
    /// The first moment that can be written.
    static let earliest = Instant(milliseconds: -62_135_596_800_000)
    /// The last moment that can be written; what has no end lasts until then.
    package static let latest = Instant(milliseconds: 253_402_300_799_999)
}
