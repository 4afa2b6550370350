/// Timelines in the forms of the Message Center, with the days that a careful reader finds.
extension TimelineTests {
    static let phrases: [Case] = [
        .init(
            "<p>General Availability (Worldwide): We will begin rolling out in late April 2025 and expect to complete by early May 2025.</p>",
            "2025-04-21/2025-04-30 > 2025-05-01/2025-05-10"),
        .init(
            "<p>We will begin rolling out late June (previously late July) 2025 and expect to complete by mid-July (previously August) 2025.</p>",
            "2025-06-21/2025-06-30 > 2025-07-11/2025-07-20"),
        .init(
            "<p>Rollout will begin in mid-to late July 2025 and expected to complete by early/mid-November 2025.</p>",
            "2025-07-11/2025-07-31 > 2025-11-01/2025-11-20"),
        .init(
            "<p>We will begin rolling out late July-early August 2025 and expect to complete by late August 2025.</p>",
            "2025-07-21/2025-08-10 > 2025-08-21/2025-08-31"),
        .init("<p>This will happen January 14th, 2026.</p>", "2026-01-14 > -"),
        .init("<p>Starting December 10th, 2025 (PST).</p>", "2025-12-10 > -"),
        .init("<p>December 01,2025</p>", "2025-12-01 > -"),
        .init("<p>Started rolling out in May</p>", "2024-05-01/2024-05-31 > -"),
        .init("<p>by the beginning of November 2025</p>", "2025-11-01/2025-11-10 > -"),
        .init(
            "<p>We will begin rolling out at the end of April and expect to complete by the end of May 2025.</p>",
            "2025-04-21/2025-04-30 > 2025-05-21/2025-05-31"),
        .init("<p>second half of August 2025</p>", "2025-08-16/2025-08-31 > -"),
        .init("<p>first half of Calendar year 2026</p>", "2026-01-01/2026-06-30 > -"),
        .init("<p>the second week of May 2025</p>", "2025-05-08/2025-05-14 > -"),
        .init(
            "<p>The rollout will be complete by the 4th quarter of calendar year 2025.</p>",
            "- > 2025-10-01/2025-12-31"),
        .init("<p>The rollout begins in Q3 CY2025.</p>", "2025-07-01/2025-09-30 > -"),
        .init(
            "<p>GA: We will begin rolling out in mid-December and expect to complete by late January 2026.</p>",
            "2025-12-11/2025-12-20 > 2026-01-21/2026-01-31"),
        .init(
            "<p>We will begin rolling out early April 2025 and complete in late April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init(
            "<p>We began rolling out mid-February 2025 and expect to complete mid-March 2025.</p>",
            "2025-02-11/2025-02-20 > 2025-03-11/2025-03-20"),
        .init(
            "<p>The change will be rolled out between April 1, 2025 and April 15, 2025.</p>",
            "2025-04-01 > 2025-04-15"),
        .init(
            "<p>From early May 2025 through late June 2025.</p>",
            "2025-05-01/2025-05-10 > 2025-06-21/2025-06-30"),
        .init(
            "<p>Worldwide: early April 2025 – late April 2025</p>",
            "2025-04-01/2025-04-10 > 2025-04-21/2025-04-30"),
        .init(
            "<p>We will begin rolling out late May 2025 (previously early April and expect to complete by late July 2025 (previously late May).</p>",
            "2025-05-21/2025-05-31 > 2025-07-21/2025-07-31"),
        .init(
            "<p>We will begin rolling out in early March 2025 (early January) and expect to complete by late March 2025.</p>",
            "2025-03-01/2025-03-10 > 2025-03-21/2025-03-31"),
        .init(
            "<p>Public Preview: Available now.</p><p>General Availability (Worldwide): We will begin rolling out early June 2025 and expect to complete by mid-June 2025.</p>",
            "- > -; 2025-06-01/2025-06-10 > 2025-06-11/2025-06-20"),
        .init(
            "<p>Targeted Release: We will begin rolling out early April 2025 and expect to complete by mid-April 2025 (previously late March). Complete</p><p>Worldwide: We will begin rolling out mid-April 2025 and expect to complete by late April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; 2025-04-11/2025-04-20 > 2025-04-21/2025-04-30"
        ),
        .init("<p>Rollout completed in mid-December 2024</p>", "- > 2024-12-11/2024-12-20"),
        .init(
            "<p>General Availability (GCC): The rollout is now on hold (previously late March 2025).</p>",
            "- > -"),
        .init(
            "<p>Targeted Release: mid-April 2025<br>General Availability (Worldwide): late April 2025<br>GCC, GCC High and DoD: We will communicate via Message center when we are ready to proceed.</p>",
            "2025-04-11/2025-04-20 > -; 2025-04-21/2025-04-30 > -; - > -"),
        .init(
            "<ul><li><b>Targeted Release</b><ul><li>Rollout begins: early April 2025</li><li>Rollout completes: mid-April 2025</li></ul></li><li><b>General Availability</b><ul><li>Begins mid-April 2025</li><li>Completes late April 2025</li></ul></li></ul>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; 2025-04-11/2025-04-20 > 2025-04-21/2025-04-30"
        ),
        .init(
            "<p>Phase 1 | General Availability (Worldwide): We will begin rolling out early April 2025and expect to complete by mid-April 2025.</p><p>Phase 2 | General Availability (GCC): We will begin rolling out in May 2025 and expect to complete by the end of June 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; 2025-05-01/2025-05-31 > 2025-06-21/2025-06-30"
        ),
        .init(
            "<p>General Availability Worldwide We will begin rolling out early April 2025 and expect to complete by mid-April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20"),
        .init(
            "<p>Targeted Release: We will begin rolling out early April 2025 and expect to complete by mid-April 2025. General Availability (Worldwide): We will begin rolling out late April 2025 and expect to complete by late April 2025.</p>",
            "2025-04-01/2025-04-10 > 2025-04-11/2025-04-20; 2025-04-21/2025-04-30 > 2025-04-21/2025-04-30"
        ),
        .init(
            "<p>The feature will be completely retired by October 1, 2025.</p>", "- > 2025-10-01"),
        .init("<p>The feature will be retired on October 1, 2025.</p>", "2025-10-01 > -"),
        .init(
            "<p>Microsoft will begin retiring X on June 1, 2025. The retirement will be complete by July 31, 2025.</p>",
            "2025-06-01 > 2025-07-31"),
    ]
}
