import Importing
import Testing

/// Timelines that count years or parts of them, that take values back, or have states in tables, with
/// the days that a careful reader finds; the post is of March 2025.
extension TimelineTests {
    static let years: [Case] = [
        .init("<p>Worldwide: early next year</p>", "2026-01-01/2026-04-30 > -"),
        .init("<p>Worldwide: early in 2026</p>", "2026-01-01/2026-04-30 > -"),
        .init("<p>GCC: mid of June 2025</p>", "2025-06-11/2025-06-20 > -"),
        .init("<p>It comes early in May 2025.</p>", "2025-05-01/2025-05-10 > -"),
        .init("<p>It comes late in June 2025.</p>", "2025-06-21/2025-06-30 > -"),
        .init("<p>GCC: last week in June 2025</p>", "2025-06-24/2025-06-30 > -"),
        .init("<p>GCC: mid of 2025</p>", "2025-05-01/2025-08-31 > -"),
        .init("<p>It comes late in the third quarter of 2025.</p>", "2025-09-01/2025-09-30 > -"),
        .init("<p>Beginning in June 2025</p>", "2025-06-01/2025-06-30 > -"),
        .init("<p>We will begin rolling out next year.</p>", "2026-01-01/2026-12-31 > -"),
        .init("<p>GCC: later this year</p>", "2025-01-01/2025-12-31 > -"),
        .init("<p>GCC: late January of next year</p>", "2026-01-21/2026-01-31 > -"),
        .init("<p>GCC: Q1 next calendar year</p>", "2026-01-01/2026-03-31 > -"),
        .init(
            "<p>We will begin late 2025 and complete by early next year.</p>",
            "2025-09-01/2025-12-31 > 2026-01-01/2026-04-30"),
        // A span of time from any day on.
        .init("<p>We will begin rolling out over the next year.</p>", ""),
        .init(
            "<p>GA: begin mid-Sept. 2025 and complete by end-October 2025.</p>",
            "2025-09-11/2025-09-20 > 2025-10-21/2025-10-31"),
        .init("<p>GA: complete by end October 2025.</p>", "- > 2025-10-21/2025-10-31"),
        .init("<p>Support will end October 14, 2025.</p>", "2025-10-14 > -"),
        .init("<p>Worldwide: complete by year-end 2025.</p>", "- > 2025-09-01/2025-12-31"),
        .init("<p>Worldwide: complete by year end.</p>", "- > 2025-09-01/2025-12-31"),
        // What no longer holds.
        .init(
            "<p>We will begin rolling out in late May 2025 instead of early April 2025.</p>",
            "2025-05-21/2025-05-31 > -"),
        .init(
            "<p>Rollout begins in June 2025 rather than May 2025.</p>", "2025-06-01/2025-06-30 > -"),
        .init(
            "<p>GA: early June 2025 [previously May 2025] to late June 2025</p>",
            "2025-06-01/2025-06-10 > 2025-06-21/2025-06-30"),
        .init(
            "<p>GA: <span style=\"color: red; text-decoration: Line-Through\">early May 2025</span> mid-May 2025</p>",
            "2025-05-11/2025-05-20 > -"),
        .init(
            "<p>GA: <span style=\"text-decoration: underline\">mid-May 2025</span></p>",
            "2025-05-11/2025-05-20 > -"),
        .init(
            "<p>GA: We begin in May 2025 and complete by late June 2025 (extended from late May).</p>",
            "2025-05-01/2025-05-31 > 2025-06-21/2025-06-30"),
        // What has no date beside what has.
        .init(
            "<p>Targeted Release: already rolled out.</p><p>Worldwide: May 2025</p>",
            "- > -; 2025-05-01/2025-05-31 > -"),
        .init(
            "<table><tr><th>Milestone</th><th>Worldwide</th><th>GCC High</th></tr><tr><td>Preview</td><td>April 2025</td><td>N/A</td></tr><tr><td>GA</td><td>June 2025</td><td>TBD</td></tr></table>",
            "2025-04-01/2025-04-30 > -; 2025-06-01/2025-06-30 > -; - > -"),
        .init(
            "<table><tr><th>Cloud</th><th>Start</th></tr><tr><td>Worldwide</td><td>April 2025</td></tr><tr><td>GCC</td><td>TBD</td></tr><tr><td>DoD</td><td>N/A</td></tr></table>",
            "2025-04-01/2025-04-30 > -; - > -"),
    ]

    @Test("do not count a year where nobody knows which version of the post counts it")
    func unsureYear() throws {
        let body = "<p>Mail changes.</p><p>When this will happen:</p><p>GCC: early next year</p>"
        let read = try SamplePost.read(body: body, modified: "2026-01-10T08:00:00Z")
        #expect(read.phases.map(\.start?.days) == [nil])
        #expect(read.phases.first?.isUnreadable == true)
        #expect(
            ChecklistDraft(read).text.contains(
                "\"early next year\": review: from which day the year is counted, is not said"))
        #expect(!ChecklistDraft(read).text.contains("counted from the publication"))
        let sure = try SamplePost.read(body: body)
        #expect(
            ChecklistDraft(sure).text.contains("the year is counted from the publication"))
    }

    @Test("may have their items as lines with marks", arguments: ["- ", "• ", "– ", "* "])
    func marks(_ mark: String) throws {
        let read = try SamplePost.read(
            timeline:
                "<p>\(mark)Targeted Release: early May 2025<br>\(mark)Standard Release: June 2025</p>"
        )
        #expect(read.phases.map(\.name) == ["Targeted Release", "Standard Release"])
    }
}
