/// Timelines in the forms of the Message Center, with the days that a careful reader finds.
extension TimelineTests {
    static let forms = usualForms + behindDates

    private static let usualForms: [Case] = [
        .init("<p>This may happen in May 2025.</p>", "2025-05-01/2025-05-31 > -"),
        .init("<p>Users may see the change in the coming months.</p>", ""),
        .init(
            "<p>We will begin rolling out early July 2025 and expect to complete by mid-January 2025.</p>",
            "2025-07-01/2025-07-10 > 2025-01-11/2025-01-20"),
        .init(
            "<p>We will gradually roll out from May 5th to May 23rd, 2025.</p>",
            "2025-05-05 > 2025-05-23"),
        .init(
            "<p>iOS General Availability (Worldwide): We will begin rolling out mid- November 2025 and expect to complete by late-November 2025.</p>",
            "2025-11-11/2025-11-20 > 2025-11-21/2025-11-30"),
        .init(
            "<p>Public Preview: We will begin rolling out early April 2025 (previously mid-March 2025) and expect to complete by mid-April 2025.</p><p>General Availability: We will update this message later to add the plan for General Availability.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; - > -"),
        .init(
            "<p>We are rolling this out to Current Channel (Preview) in version 2504, in early April 2025.</p>",
            "2025-04-01/2025-04-10 > -"),
        .init("<p>General Availability (Worldwide): More details coming soon.</p>", "- > -"),
        .init(
            "<p>This is being delayed. We will provide a new timeline at a later date.</p>", "- > -"
        ),
        .init(
            "<p>Rollout will start in the week of May 5, 2025</p>", "2025-05-05/2025-05-11 > -"),
        .init(
            "<p>We will begin rolling out by late May 2025 and expect to complete by late June 2025.</p>",
            "2025-05-21/2025-05-31 > 2025-06-21/2025-06-30"),
        .init(
            "<p>General Availability (Worldwide): We will begin rolling out late March 2025 for and expect to complete rolling out by early April 2025. This release was previously expected in January 2025.</p>",
            "2025-03-21/2025-03-31 > 2025-04-01/2025-04-10"),
        .init(
            "<p>Standard Release: early April (previously mid-March) to late April 2025 (previously early April).</p>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init(
            "<p>This rollout has begun and will complete by end of April.</p>",
            "- > 2025-04-21/2025-04-30"),
        .init(
            "<p>Available in Public Preview since October 2024.</p>", "2024-10-01/2024-10-31 > -"),
        .init(
            "<p>We will be retiring X from Teams starting in mid-April 2025 and ending in late April 2025.</p>",
            "2025-04-11/2025-04-20 > 2025-04-21/2025-04-30"),
        .init(
            "<p>General Availability (Worldwide): We will begin rolling out early April 2025 and expect to complete by mid-April 2025.</p><p>Note: Microsoft Office 2016 support ends October 14, 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20"),
        .init(
            "<p>Targeted Release: We will begin rolling out in early April and expect to complete by mid-April.</p><p>General Availability: We will begin rolling out in late April 2025 and expect to complete by mid-May 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; 2025-04-21/2025-04-30 > 2025-05-11/2025-05-20"
        ),
        .init(
            "<p>Rollout to tenants in GCC will begin in May 2025 and to tenants in DoD in June 2025.</p>",
            "2025-05-01/2025-05-31 > -; 2025-06-01/2025-06-30 > -"),
        .init(
            "<p>General Availability (Worldwide): Rolling out begins early April 2025, with completion expected by late April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init(
            "<p>General Availability (Worldwide): We expect to begin rolling out in early April 2025 and to complete rollout by late April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init("<p>Rollout: April 2025</p>", "2025-04-01/2025-04-30 > -"),
        .init("<p>Start: April 3, 2025</p><p>End: April 30, 2025</p>", "2025-04-03 > 2025-04-30"),
        .init(
            "<p>We will begin rolling out (previously March 31) on April 8 and expect to finish by April 18.</p>",
            "2025-04-08 > 2025-04-18"),
        .init(
            "<p>We will begin rolling out in late November 2025 and will continue into early 2026.</p>",
            "2025-11-21/2025-11-30 > 2026-01-01/2026-04-30"),
        .init(
            "<table><tr><td>Phase</td><td>Tenants</td><td>Rollout start date</td></tr><tr><td>1</td><td>up to 25 seats</td><td>April 3, 2025</td></tr><tr><td>2</td><td>all</td><td>May 9, 2025</td></tr></table>",
            "2025-04-03 > -; 2025-05-09 > -"),
        .init(
            "<p>over the month of March, as the table says</p><table><tr><th>Ring</th><th>Start</th><th>End</th></tr><tr><td>A</td><td>early April 2025</td><td>late April 2025</td></tr></table>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init("<p>This is currently rolling out.</p>", "- > -"),
        .init(
            "<p>General Availability (Worldwide): This feature has completed&nbsp;rollout.</p><p>This update is available by default.</p>",
            "- > -"),
        .init(
            "<ul><li>Users see a page<ul><li>Starting April 11th, 2025, on Windows</li><li>Starting May 6th, 2025, elsewhere</li></ul></li><li>Users see a banner 60 days before they are blocked</li></ul>",
            "2025-04-11 > -; 2025-05-06 > -"),
        .init(
            "<p>Billing is expected to start in mid-April 2025.</p><p>General Availability (WW): We will begin rolling out mid-April 2025 and expect to complete by early May 2025.</p>",
            "2025-04-11/2025-04-20 > 2025-05-01/2025-05-10"),
        .init("<p>late February 2028</p>", "2028-02-21/2028-02-29 > -"),
        .init("<p>3 April 2025</p>", "2025-04-03 > -"),
        .init("<p>2025-04-03</p>", "2025-04-03 > -"),
        .init("<p>On February 31, 2025 it starts.</p>", "- > -"),
        // The time is of both dates, and no time.
        .init("<p>GCC: May 5, 2025 24:61 on May 6, 2025</p>", "- > -; - > -"),
        .init("<p>In Office 2024 this changes.</p>", ""),
    ]

    /// Words behind a date that say what it is of.
    private static let behindDates: [Case] = [
        .init(
            "<p>By mid-June 2025 we expect to complete the rollout.</p>",
            "- > 2025-06-11/2025-06-20"
        ),
        .init(
            "<p>In late June 2025 the rollout will be completed.</p>", "- > 2025-06-21/2025-06-30"),
        .init(
            "<p>By late June 2025, the rollout to GCC, GCC High, and DoD will be complete.</p>",
            "- > 2025-06-21/2025-06-30"),
        .init(
            "<p>On May 5, 2025 we will start and on May 30, 2025 we will finish the rollout.</p>",
            "2025-05-05 > 2025-05-30"),
        .init(
            "<p>On May 5, 2025, we will begin the rollout, and by May 30, 2025, it will be fully rolled out.</p>",
            "2025-05-05 > 2025-05-30"),
        .init(
            "<p>Rollout begins mid-May 2025. In late May 2025 the rollout completes.</p>",
            "2025-05-11/2025-05-20 > 2025-05-21/2025-05-31"),
        .init(
            "<p>June 3, 2025: rollout begins, June 30, 2025: rollout completes</p>",
            "2025-06-03 > 2025-06-30"),
        .init(
            "<p>mid-May 2025 (start), late May 2025 (end)</p>",
            "2025-05-11/2025-05-20 > 2025-05-21/2025-05-31"),
        .init(
            "<p>mid-May 2025 (rollout starts) to late May 2025 (rollout completes)</p>",
            "2025-05-11/2025-05-20 > 2025-05-21/2025-05-31"),
        .init("<p>Phase 1: early March 2025 (complete)</p>", "2025-03-01/2025-03-10 > -"),
        // What completes is the rollout, and nothing that users do.
        .init(
            "<p>In May 2025 you will find it through the settings.</p>",
            "2025-05-01/2025-05-31 > -"),
        .init(
            "<p>In May 2025 end users will see the new page.</p>", "2025-05-01/2025-05-31 > -"),
        .init(
            "<p>In May 2025, tenants that completed the move get the new page.</p>",
            "2025-05-01/2025-05-31 > -"),
        .init(
            "<p>In May 2025 a wizard helps to complete the setup.</p>", "2025-05-01/2025-05-31 > -"),
        // One thing that begins and completes in the same time.
        .init(
            "<p>We will begin and complete the rollout in May 2025.</p>",
            "2025-05-01/2025-05-31 > 2025-05-01/2025-05-31"),
        .init(
            "<p>The rollout starts and finishes by late May 2025.</p>",
            "2025-05-21/2025-05-31 > 2025-05-21/2025-05-31"),
        .init(
            "<p>We will begin and complete the rollout between May 5 and May 16, 2025.</p>",
            "2025-05-05 > 2025-05-16"),
        .init(
            "<p>The rollout has begun and completes in April 2025.</p>",
            "- > 2025-04-01/2025-04-30"),
    ]
}
