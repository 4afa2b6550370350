import Characters
package import Rollout

/// The calendar of all rollouts: a month or a week, with a file for other calendars.
package struct CalendarPage {
    /// What is shown.
    package enum Span: Hashable, Sendable {
        /// The month of a day.
        case month(CivilDate)
        /// The week of a day, from Monday.
        case week(CivilDate)

        /// From the first day of the first week to the Sunday of the last.
        var days: ClosedRange<Int> {
            switch self {
            case .week(let day):
                let monday = day.daysSinceEpoch - day.weekday
                return monday...(monday + 6)
            case .month(let day):
                let first = day.adding(days: 1 - day.day)
                let last = first.adding(
                    days: CivilDate.daysIn(month: day.month, year: day.year) - 1)
                return
                    (first.daysSinceEpoch - first.weekday)...(last.daysSinceEpoch + 6
                    - last.weekday)
            }
        }

        func contains(_ day: CivilDate) -> Bool {
            guard case .month(let month) = self else { return true }
            return (day.year, day.month) == (month.year, month.month)
        }
    }

    private let days: CalendarDays
    private let notes: [String]
    private let span: Span
    private let today: CivilDate

    package init(
        _ reports: [ReportInput], links: [String], notes: [String], span: Span, today: CivilDate
    ) {
        days = CalendarDays(reports, links: links)
        self.notes =
            notes + SharedSentences.all(of: reports, \.caveatSentences)
        self.span = span
        self.today = today
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private var title: String {
        switch span {
        case .month(let day): "\(Self.months[day.month - 1]) \(day.year)"
        case .week(let day): "Week of \(day.adding(days: -day.weekday))"
        }
    }

    package func html(size: Int) -> String {
        var out = "<h1>\(title)</h1>\n\(ways)"
        if !notes.isEmpty {
            out += "<ul>\n\(notes.map { "<li>⚠️ \(HTMLEscaping.text($0))</li>\n" }.joined())</ul>\n"
        }
        let heads = Self.weekdays.map { "<th scope=\"col\">\($0)</th>" }.joined()
        out +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\"><table class=\"calendar\">\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        for monday in stride(from: span.days.lowerBound, through: span.days.upperBound, by: 7) {
            let cells = (monday..<(monday + 7)).map { cell(CivilDate(daysSinceEpoch: $0)) }
            out += "<tr>\(cells.joined(separator: "\n"))</tr>\n"
        }
        out += "</tbody>\n</table></div>\n"
        return ServedPage.html(
            title: "Calendar: \(title)", at: .calendar, body: out, size: size)
    }

    /// A day on which nothing falls is left out on a narrow screen.
    private func cell(_ day: CivilDate) -> String {
        let items = days.items[day] ?? []
        var classes: [String] = items.isEmpty && day != today ? ["none"] : []
        if day == today { classes.append("today") }
        if !span.contains(day) { classes.append("other") }
        let list =
            items.isEmpty
            ? "" : "<ul>\(items.map { "<li>\(HTMLWriter.inline($0))</li>" }.joined())</ul>"
        let mark = day == today ? " (today)" : ""
        return
            "<td class=\"\(classes.joined(separator: " "))\"><span class=\"day\">\(Self.weekdays[day.weekday].prefix(3)) \(day)\(mark)</span>\(list)</td>"
    }

    private var ways: String {
        let before: (address: String, words: String)
        let after: (address: String, words: String)
        let other: (address: String, words: String)
        switch span {
        case .month(let day):
            let first = day.adding(days: 1 - day.day)
            before = (Self.month(first.adding(days: -1)), "Month before")
            after = (Self.month(first.adding(days: 31)), "Next month")
            other = (Self.week(today), "This week")
        case .week(let day):
            before = (Self.week(day.adding(days: -7)), "Week before")
            after = (Self.week(day.adding(days: 7)), "Next week")
            other = (Self.month(today), "This month")
        }
        let links = [before, after, other, ("/calendar.ics", "As a file for other calendars")]
        return
            "<p>\(links.map { "<a href=\"\($0.0)\">\($0.1)</a>" }.joined(separator: " · "))</p>\n"
    }

    private static func month(_ day: CivilDate) -> String {
        "/calendar?month=\("\(day)".prefix(7))"
    }

    private static func week(_ day: CivilDate) -> String { "/calendar?week=\(day)" }
}
