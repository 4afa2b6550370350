import Rollout

/// The picture of the timeline, with the phrases that its dates were read from.
enum TimelineSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.board, .team]

    static func write(_ context: ReportContext, to document: inout Document) {
        let timeline = Timeline(context.assessment)
        guard !timeline.rows.isEmpty else { return }
        document.heading(2, "Timeline")
        document.timeline(timeline)
        document.list(
            timeline.rows.map(\.phase).filter { !$0.phase.source.isEmpty }.map { phase in
                "\(phase.phase.title) is read from: \(phase.phase.source)"
            })
    }
}
