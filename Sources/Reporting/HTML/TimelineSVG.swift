import Rollout

/// The timeline as a picture within a page, for mail and print, which draw no Mermaid.
enum TimelineSVG {
    private static let width = 960
    /// The room for labels at the left.
    private static let margin = 230
    private static let rowHeight = 26

    static func svg(_ timeline: Timeline) -> String {
        let span = timeline.span
        let total = max(1, span.to.minutes - span.from.minutes)
        func x(_ moment: Timeline.Moment) -> Int {
            margin + (moment.minutes - span.from.minutes) * (width - margin - 20) / total
        }
        var rows = ""
        var y = 34
        for row in timeline.rows {
            rows += text(10, y + 16, row.phase.phase.title)
            for bar in row.bars {
                let from = x(bar.from)
                let length = max(6, x(bar.to) - from)
                rows +=
                    "<rect x=\"\(from)\" y=\"\(y + 3)\" width=\"\(length)\" height=\"17\" rx=\"3\" class=\"\(style(bar, row.phase))\"><title>\(HTMLEscaping.text(words(bar, row.phase)))</title></rect>\n"
            }
            y += rowHeight
        }
        for point in timeline.due {
            let ids = point.steps.prefix(3).map { timeline.steps[$0].step.id.text }
            let more = point.steps.count - ids.count
            let label = ids.joined(separator: ", ") + (more > 0 ? ", \(more) more" : "")
            rows += text(10, y + 16, label)
            let center = x(point.at)
            let kind = point.isLate ? "late" : point.isDone ? "done" : "open"
            rows +=
                "<path d=\"M\(center) \(y + 3)l8 8-8 8-8-8z\" class=\"\(kind)\"><title>due \(point.at)</title></path>\n"
            // At the right there is no room behind the mark.
            let isAtEnd = center > width - 100
            rows +=
                "<text x=\"\(isAtEnd ? center - 12 : center + 12)\" y=\"\(y + 16)\" class=\"date\"\(isAtEnd ? " text-anchor=\"end\"" : "")>\(point.at.date)</text>\n"
            y += rowHeight
        }
        let now = x(timeline.asOf)
        return """
            <figure tabindex="0"><svg viewBox="0 0 \(width) \(y + 12)" role="img" aria-label="Timeline" xmlns="http://www.w3.org/2000/svg">
            \(months(span, x, height: y))<line x1="\(now)" y1="20" x2="\(now)" y2="\(y + 4)" class="now"/>
            <text x="\(now + 4)" y="14" class="date">as of \(timeline.asOf.date)</text>
            \(rows)</svg></figure>

            """
    }

    /// A line at the beginning of each month, or of each year where there are many.
    private static func months(
        _ span: (from: Timeline.Moment, to: Timeline.Moment), _ x: (Timeline.Moment) -> Int,
        height: Int
    ) -> String {
        let (first, last) = (span.from.date, span.to.date)
        let isLong = last.year - first.year > 2
        var lines = ""
        var (year, month) = (first.year, first.month)
        while (year, month) <= (last.year, last.month) {
            if let day = CivilDate(year: year, month: month, day: 1), day >= first,
                !isLong || month == 1
            {
                let at = x(Timeline.Moment(day))
                lines +=
                    "<line x1=\"\(at)\" y1=\"24\" x2=\"\(at)\" y2=\"\(height)\" class=\"month\"/><text x=\"\(at + 3)\" y=\"30\" class=\"date\">\(String(day.description.prefix(7)))</text>\n"
            }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return lines
    }

    private static func text(_ x: Int, _ y: Int, _ words: String) -> String {
        let scalars = words.unicodeScalars
        let short =
            scalars.count > 34
            ? MarkdownEscaping.string(scalars.prefix(33)) + "…" : words
        return "<text x=\"\(x)\" y=\"\(y)\">\(HTMLEscaping.text(short))</text>\n"
    }

    private static func style(_ bar: Timeline.Bar, _ phase: PhaseAssessment) -> String {
        let kind = bar.kind == .running ? "bar" : "range"
        switch phase.headline ?? phase.verdict {
        case .go: return "\(kind) go"
        case .conditional: return "\(kind) conditional"
        case .noGo: return "\(kind) no-go"
        case nil: return kind
        }
    }

    private static func words(_ bar: Timeline.Bar, _ phase: PhaseAssessment) -> String {
        let what =
            switch bar.kind {
            case .startRange: "may start"
            case .running: "runs"
            case .endRange: "may end"
            }
        return "\(PhaseWording.word(phase.verdict)): \(what) \(bar.from) to \(bar.to)"
    }
}
