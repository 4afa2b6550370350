/// Dates with two ends, struck out or put off, and ends that are events, with the days that a careful
/// reader finds.
extension TimelineTests {
    static let ranges: [Case] = [
        .init("<p>The rollout runs from 1 May to 15 May 2025.</p>", "2025-05-01 > 2025-05-15"),
        .init("<p>between May 1 and May 15, 2025</p>", "2025-05-01 > 2025-05-15"),
        .init("<p>Worldwide: 1–15 May 2025</p>", "2025-05-01 > 2025-05-15"),
        .init("<p>Worldwide: May 3 – 14, 2025</p>", "2025-05-03 > 2025-05-14"),
        .init("<p>GCC: from the 3rd to the 14th of June 2025</p>", "2025-06-03 > 2025-06-14"),
        .init("<p>GCC: June 3 through June 14, 2025</p>", "2025-06-03 > 2025-06-14"),
        .init("<p>May 28 – June 3, 2025</p>", "2025-05-28 > 2025-06-03"),
        .init("<p>from 1 May through 15 May 2025</p>", "2025-05-01 > 2025-05-15"),
        .init("<p>28 December to 4 January 2026</p>", "2025-12-28 > 2026-01-04"),
        .init("<p>We complete by June 3-5, 2025.</p>", "- > 2025-06-03/2025-06-05"),
        .init("<p>May-June 2025</p>", "2025-05-01/2025-05-31 > 2025-06-01/2025-06-30"),
        .init("<p>May/June 2025</p>", "2025-05-01/2025-06-30 > -"),
        .init("<p>in May and June 2025</p>", "2025-05-01/2025-06-30 > -"),
        // One span, where either of two parts is meant.
        .init("<p>late July-early August 2025</p>", "2025-07-21/2025-08-10 > -"),
        .init("<p>It comes in late July or early August 2025.</p>", "2025-07-21/2025-08-10 > -"),
        .init("<p>GCC: at the end of July or in August 2025</p>", "2025-07-21/2025-08-31 > -"),
        .init(
            "<p>We complete by late July or early August 2025.</p>", "- > 2025-07-21/2025-08-10"),
        .init("<p>GCC: late December-early January 2026</p>", "2025-12-21/2026-01-10 > -"),
        .init(
            "<p>GCC: late December 2025 or early January 2026</p>", "2025-12-21/2026-01-10 > -"),
        .init("<p>GCC: late 2025 or early 2026</p>", "2025-09-01/2026-04-30 > -"),
        .init(
            "<p>GCC: early July-late August 2025</p>",
            "2025-07-01/2025-07-10 > 2025-08-21/2025-08-31"),
        .init(
            "<p>GCC: late July – early August 2025</p>",
            "2025-07-21/2025-07-31 > 2025-08-01/2025-08-10"),
        .init("<p>Starting in July</p>", "2025-07-01/2025-07-31 > -"),
        .init(
            "<p>We begin in June and complete in July</p>",
            "2025-06-01/2025-06-30 > 2025-07-01/2025-07-31"),
        .init("<p>the 1st of May, 2025</p>", "2025-05-01 > -"),
        .init("<p>On May 3 at 17:00 UTC it starts.</p>", "2025-05-03 > -"),
        // Times of day beside both ends.
        .init(
            "<p>May 12, 2025, at 9:00 AM PT to May 14, 2025, at 5:00 PM PT</p>",
            "2025-05-12 > 2025-05-14"),
        .init(
            "<p>from 9:00 AM PT on May 12, 2025 to 5 p.m. PT on May 14, 2025</p>",
            "2025-05-12 > 2025-05-14"),
        .init(
            "<p>It starts May 12, 2025 (09:00 UTC) – May 14, 2025 (17:00 UTC).</p>",
            "2025-05-12 > 2025-05-14"),
        .init("<p>May 12, 2025, 9:00 AM to 5:00 PM PT</p>", "2025-05-12 > -"),
        .init(
            "<p>Rollout begins as early as mid-May 2025 and no later than June 30, 2025.</p>",
            "2025-05-11/2025-05-20 > 2025-06-30"),
        .init("<p>no later than May 31, 2025</p>", "2025-05-31 > -"),
        .init("<p><s>early May 2025</s> mid-June 2025</p>", "2025-06-11/2025-06-20 > -"),
        .init(
            "<p>We begin <strike>early May 2025</strike> late May 2025 and complete by <del>mid-May</del> mid-June.</p>",
            "2025-05-21/2025-05-31 > 2025-06-11/2025-06-20"),
        .init("<p>~~early May 2025~~ late May 2025</p>", "2025-05-21/2025-05-31 > -"),
        .init(
            "<ul><li><s>GCC: May 2025</s></li><li>DoD: June 2025</li></ul>",
            "2025-06-01/2025-06-30 > -"),
        .init("<p>Late May 2025 (updated from early May 2025)</p>", "2025-05-21/2025-05-31 > -"),
        // What ends at a moment is an event; what a rollout does is an end.
        .init("<p>End of support: October 14, 2025</p>", "2025-10-14 > -"),
        .init("<p>Retirement date: October 14, 2025</p>", "2025-10-14 > -"),
        .init("<p>Deadline: October 14, 2025</p>", "2025-10-14 > -"),
        .init("<p>Availability ends: October 14, 2025</p>", "2025-10-14 > -"),
        .init("<p>Mainstream support will end on October 14, 2025.</p>", "2025-10-14 > -"),
        .init("<p>The last day of support is October 14, 2025.</p>", "2025-10-14 > -"),
        .init("<p>The rollout ends on October 14, 2025.</p>", "- > 2025-10-14"),
        .init("<p>The old page is available until October 14, 2025.</p>", "- > 2025-10-14"),
        .init(
            "<p>GCC: June 2025</p><p>The old page will be available until October 14, 2025.</p>",
            "2025-06-01/2025-06-30 > -; - > 2025-10-14"),
        .init(
            "<ul><li>May 3, 2025: Rollout begins</li><li>June 3, 2025: Rollout completes</li></ul>",
            "2025-05-03 > 2025-06-03"),
        .init("<p>Mon, 5/5/2025 - Fri, 5/16/2025</p>", "2025-05-05 > 2025-05-16"),
        .init("<p>2025-05-05/2025-05-16</p>", "2025-05-05 > 2025-05-16"),
        .init("<p>3-May-2025</p>", "2025-05-03 > -"),
        .init("<p>2025-05</p>", "2025-05-01/2025-05-31 > -"),
        .init("<p>GCC: 05/2025</p>", "2025-05-01/2025-05-31 > -"),
        .init("<p>Windows 11 May receive a change.</p>", ""),
        .init("<p>Phase 2 - 15 May 2025</p>", "2025-05-15 > -"),
    ]

    /// Tables with audiences or platforms as columns.
    static let grids: [Case] = [
        .init(
            "<table><tr><td></td><td>Worldwide</td><td>GCC</td></tr><tr><td>Start</td><td>early May 2025</td><td>mid-June 2025</td></tr><tr><td>Complete</td><td>late May 2025</td><td>late June 2025</td></tr></table>",
            "2025-05-01/2025-05-10 > 2025-05-21/2025-05-31; 2025-06-11/2025-06-20 > 2025-06-21/2025-06-30"
        ),
        .init(
            "<table><tr><td>Worldwide</td><td>GCC</td></tr><tr><td>May 2025</td><td>June 2025</td></tr></table>",
            "2025-05-01/2025-05-31 > -; 2025-06-01/2025-06-30 > -"),
        .init(
            "<table><tr><th>Ring</th><th>When</th></tr><tr><td>Targeted Release</td><td>May 3–14, 2025</td></tr><tr><td>GCC</td><td>early June to late June 2025</td></tr></table>",
            "2025-05-03 > 2025-05-14; 2025-06-01/2025-06-10 > 2025-06-21/2025-06-30"),
        .init(
            "<table><tr><th>Milestone</th><th>Date</th></tr><tr><td>Rollout starts</td><td>May 3, 2025</td></tr><tr><td>Rollout completes</td><td>June 3, 2025</td></tr></table>",
            "2025-05-03 > -; - > 2025-06-03"),
        .init(
            "<table><tr><th>Product</th><th>End of support</th></tr><tr><td>Client 1</td><td>May 3, 2025</td></tr></table>",
            "2025-05-03 > -"),
    ]
}
