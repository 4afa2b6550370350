import Foundation
import Reporting
import Rollout
import Testing

/// The pages of a server: they lead on, are whole without script, and show what others wrote as text.
struct ServedPageTests {
    private static func reports(_ text: String = "plain") throws -> [ReportInput] {
        [try SampleReport().input(), try HostileReport.input(text)]
    }
    private static let links = ["/rollouts/sample", "/rollouts/hostile"]
    private static let notes = ["<script>probe()</script>"]

    /// Every page, with hostile texts on it.
    private static func pages(_ text: String) throws -> [String] {
        let reports = try reports(text)
        let today = try #require(CivilDate("2025-10-01"))
        let calendars = [CalendarPage.Span.month(today), .week(today)].map {
            CalendarPage(reports, links: links, notes: notes, span: $0, today: today).html(size: 17)
        }
        let todos = ["", "role:<script>", "\"><script>probe()</script>"].map {
            TodoPage(reports, links: links, notes: notes, who: TodoPage.Who($0)).html(size: 17)
        }
        let entries = reports[1].assessment.entries
        let signed = LogPage.Signed(key: "<script>", checkpoint: "<script>\n", size: 17)
        return calendars + todos + [
            PortfolioPage.served(reports, links, notes: notes, size: 17),
            RolloutPages.report(reports[1], name: "hostile"),
            RolloutPages.decision(reports[1], name: "hostile"),
            RolloutPages.history(reports[1], name: "hostile", entries: entries, older: 3),
            LogPage.html(signed, witnesses: notes, entries: entries, older: nil),
            ProblemPage.html("<script>probe()</script>", status: "<script>"),
        ]
    }

    @Test(
        "Each has its heading, leads to the others, and lets nothing of others act",
        arguments: HostileReport.texts)
    func pages(_ text: String) throws {
        for page in try Self.pages(text) {
            #expect(page.contains("<h1>") && page.contains("<nav aria-label=\"Pages\">"))
            for place in ServedPage.Place.allCases {
                #expect(page.contains("<a href=\"\(place.rawValue)\""))
            }
            #expect(!page.contains("<script>") && !page.contains("http-equiv"))
            // Its own script is the only one, by its path.
            #expect(page.components(separatedBy: "<script").count <= 2)
            #expect(!page.contains("<img") && !page.contains("<b>"))
        }
    }

    @Test("The calendar has every day of its weeks once, and phases and steps on theirs")
    func calendar() throws {
        let reports = try Self.reports()
        let day = try #require(CivilDate("2025-10-01"))
        let page = CalendarPage(
            reports, links: Self.links, notes: [], span: .month(day), today: day
        ).html(size: 1)
        let days = page.matches(of: /<span class="day">[A-Z][a-z]{2} ([0-9-]{10})/).map {
            String($0.1)
        }
        #expect(days.count == 35 && days.first == "2025-09-29" && days.last == "2025-11-02")
        #expect(Set(days).count == 35 && days == days.sorted())
        let start = try #require(page.firstRange(of: "2025-10-10</span>"))
        let next = try #require(page.firstRange(of: "2025-10-11</span>"))
        let cell = page[start.upperBound..<next.lowerBound]
        #expect(cell.contains("Worldwide and GCC starts") && cell.contains("/rollouts/sample"))
        #expect(
            page.contains("/calendar?month=2025-09") && page.contains("/calendar?month=2025-11"))
        #expect(page.contains("2025-10-01 (today)"))
    }

    @Test("What is to do is shown for a person or a role alone, whom the form offers")
    func todo() throws {
        let reports = try Self.reports()
        let facts = PortfolioFacts(reports)
        let person = try #require(facts.tasks.flatMap(\.call.people).first)
        func rows(_ who: TodoPage.Who) -> Int {
            TodoPage(reports, links: Self.links, notes: [], who: who).html(size: 1)
                .components(separatedBy: "<tr><td").count - 1
        }
        #expect(rows(.everybody) == facts.tasks.count)
        #expect(rows(.person(person)) == facts.tasks(people: [person]).count)
        #expect(rows(.person("nobody@example.com")) == 0)
        let role = try #require(facts.tasks.first?.call.role)
        #expect(rows(.role(role)) == facts.tasks(roles: [role]).count)
        #expect(TodoPage.Who("role:\(role.text)") == .role(role))
        let page = TodoPage(reports, links: Self.links, notes: [], who: .role(role)).html(size: 1)
        #expect(page.contains("<option value=\"role:\(role.text)\" selected>"))
    }

    @Test("What a report says holds until its next moment, and no longer than the hour")
    func unchanged() throws {
        let assessment = try SampleReport().input().assessment
        let until = assessment.unchangedUntil
        #expect(until > assessment.asOf)
        #expect(until <= assessment.asOf.advanced(by: .seconds(3600)))
        for moment in assessment.phases.compactMap(\.holdsUntil) where moment > assessment.asOf {
            #expect(until <= moment)
        }
    }
}
