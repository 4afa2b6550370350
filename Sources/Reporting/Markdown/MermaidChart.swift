import Rollout

/// The timeline as a Mermaid chart.
///
/// The marker of the current day is off: it would show the day on which the report is read.
package enum MermaidChart {
    /// The lines of the chart; each has one of the few shapes that the tests hold them to.
    package static func lines(_ timeline: Timeline) -> [String] {
        var lines = [
            "gantt", "    dateFormat YYYY-MM-DD HH:mm", "    axisFormat %Y-%m-%d",
            "    todayMarker off", "    section Now",
            "    As of \(timeline.asOf.date) :crit, milestone, asof, \(timeline.asOf), 0d",
        ]
        for (number, row) in timeline.rows.enumerated() {
            let title = MermaidLabel.label(row.phase.phase.title, orElse: row.phase.phase.id.text)
            // A label that is a word of the language would be read as one.
            lines.append("    section Phase \(title)")
            for (part, bar) in row.bars.enumerated() {
                let id = "p\(number + 1)x\(part + 1)"
                lines.append(
                    "    \(name(bar, row.phase)) :\(tags(row.phase, bar))\(id), \(span(bar))")
            }
        }
        if !timeline.due.isEmpty { lines.append("    section Steps due") }
        for (number, point) in timeline.due.enumerated() {
            let tag = point.isLate ? "crit, " : point.isDone ? "done, " : ""
            lines.append(
                "    \(label(point, timeline)) :\(tag)milestone, d\(number + 1), \(point.at), 0d")
        }
        return lines
    }

    private static func name(_ bar: Timeline.Bar, _ phase: PhaseAssessment) -> String {
        switch bar.kind {
        case .startRange: return "\(PhaseWording.word(phase.verdict)) – may start within"
        case .running: return "\(PhaseWording.word(phase.verdict)) – runs"
        case .endRange: return "may end within"
        }
    }

    /// How the bar looks: grey when over, red where the phase must not go ahead.
    private static func tags(_ phase: PhaseAssessment, _ bar: Timeline.Bar) -> String {
        switch (phase.phase.status, phase.verdict) {
        case (.completed, _): return "done, "
        case (.started, .noGo): return "active, crit, "
        case (.started, _): return "active, "
        case (_, .noGo): return bar.kind == .endRange ? "" : "crit, "
        default: return ""
        }
    }

    private static func span(_ bar: Timeline.Bar) -> String {
        bar.from == bar.to ? "\(bar.from), 1d" : "\(bar.from), \(bar.to)"
    }

    private static func label(_ point: Timeline.DuePoint, _ timeline: Timeline) -> String {
        let ids = point.steps.prefix(3).map { timeline.steps[$0].step.id.text }
        let label = MermaidLabel.label(ids.joined(separator: " / "), orElse: "step")
        let more = point.steps.count - ids.count
        return "Due \(label)\(more > 0 ? " and \(more) more" : "")"
    }
}
