import Rollout

/// The picture of the timeline: a Mermaid chart with one bar for each phase.
///
/// The marker of the current day is off: it would show the day on which the report is read.
enum TimelineSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        guard !context.assessment.phases.isEmpty else { return }
        document.heading(2, "Timeline")
        document.paragraph(
            "A bar runs from the start of a phase, the earliest where it is not known, to its latest end, or to its latest start where no end is known. Times are those of \(code: context.zone.name)."
        )
        document.code(
            chart(context.assessment).joined(separator: "\n"), language: "mermaid")
    }

    /// The lines of the chart; each has one of the few shapes that the tests hold them to.
    static func chart(_ assessment: Assessment) -> [String] {
        var lines = [
            "gantt", "    dateFormat YYYY-MM-DD HH:mm", "    axisFormat %Y-%m-%d",
            "    todayMarker off",
        ]
        let zone = assessment.checklist.zone
        let asOf = CalendarPoint.time(zone.local(assessment.asOf))
        lines.append("    As of \(minutes(asOf).prefix(10)) :milestone, asof, \(minutes(asOf)), 0d")
        // What has no start has no bar.
        let known = assessment.phases.filter { $0.phase.start != .toBeAnnounced }
        for (index, phase) in known.enumerated() {
            lines += bars(of: phase, number: index + 1)
        }
        return lines
    }

    private static func bars(of assessment: PhaseAssessment, number: Int) -> [String] {
        let phase = assessment.phase
        let title = MermaidLabel.label(phase.title, orElse: phase.id.text)
        let tags = self.tags(assessment).map { "\($0), " }.joined()
        let from = minutes(phase.start)
        let last = phase.ended ?? phase.ends?.latest ?? phase.started ?? phase.starts.latest
        // An actual start can lie behind the end that was announced.
        let to = max(from, minutes(end(of: last)))
        let verdict = assessment.verdict?.rawValue ?? "No verdict"
        if from == to {
            return ["    \(verdict) – \(title) :\(tags)milestone, p\(number), \(from), 0d"]
        }
        return ["    \(verdict) – \(title) :\(tags)p\(number), \(from), \(to)"]
    }

    /// How the bar looks: grey when over, red where the phase must not go ahead.
    private static func tags(_ phase: PhaseAssessment) -> [String] {
        switch (phase.phase.status, phase.verdict) {
        case (.completed, _), (.cancelled, _), (_, nil): return ["done"]
        case (.started, .noGo): return ["active", "crit"]
        case (.started, _): return ["active"]
        case (_, .noGo): return ["crit"]
        default: return []
        }
    }

    /// The point at which a bar ends: a day counts until it is over.
    private static func end(of point: CalendarPoint) -> CalendarPoint {
        guard case .day(let day) = point else { return point }
        return .day(day.adding(days: 1))
    }

    /// `2025-10-03 22:00`, whole days at midnight.
    private static func minutes(_ point: CalendarPoint) -> String {
        switch point {
        case .day(let day): return "\(day) 00:00"
        case .time, .toBeAnnounced: return String(LocalTime.point(point).prefix(16))
        }
    }
}
