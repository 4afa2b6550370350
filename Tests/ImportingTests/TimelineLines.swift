/// Timelines with several lines, lists and sentences, with the days that a careful reader finds.
extension TimelineTests {
    static let lines = severalLines + headings

    private static let severalLines: [Case] = [
        .init(
            "<p>Phase 1: Begin rolling out in early May 2025, complete by mid-May 2025. Phase 2: Begin rolling out late May 2025, complete by late June 2025.</p>",
            "2025-05-01/2025-05-10 > 2025-05-11/2025-05-20; 2025-05-21/2025-05-31 > 2025-06-21/2025-06-30"
        ),
        .init(
            "<p>Rollout is scheduled for late January 2025 through mid-February 2025.</p>",
            "2025-01-21/2025-01-31 > 2025-02-11/2025-02-20"),
        .init("<p>The retirement date is September 30, 2025.</p>", "2025-09-30 > -"),
        .init(
            "<p>Starting September 30, 2025 you won't be able to create X. On December 31, 2025, X will be removed.</p>",
            "2025-09-30 > -; 2025-12-31 > -"),
        .init(
            "<p>Preview: Available now. GA: coming in June 2025.</p>",
            "- > -; 2025-06-01/2025-06-30 > -"),
        .init(
            "<p>We will begin rolling out Mid-April 2025 and complete late-April.</p>",
            "2025-04-11/2025-04-20 > 2025-04-21/2025-04-30"),
        .init(
            "<p>Standard Release: We will begin rolling out in early March 2025 (previously late February) and expect to complete by mid-March (previously early March).<br><br>GCC: We will begin rolling out in mid-March and expect to complete by late March.</p>",
            "2025-03-01/2025-03-10 > 2025-03-11/2025-03-20; 2025-03-11/2025-03-20 > 2025-03-21/2025-03-31"
        ),
        .init(
            "<p>For Targeted release customers, we will begin rolling out in early November 2024 and expect to complete by mid-November 2024. For Standard release customers, we will begin rolling out in late November 2024 and expect to complete by early December 2024.</p>",
            "2024-11-01/2024-11-10 > 2024-11-11/2024-11-20; 2024-11-21/2024-11-30 > 2024-12-01/2024-12-10"
        ),
        .init(
            "<p>We will begin rolling out in early November 2024 to Targeted Release and complete by mid-November. We will begin rolling out to Standard Release in late November and expect to complete by early December 2024.</p>",
            "2024-11-01/2024-11-10 > 2024-11-11/2024-11-20; 2024-11-21/2024-11-30 > 2024-12-01/2024-12-10"
        ),
        .init(
            "<p>General Availability: We began rolling out in late September 2024 and the rollout is now complete.</p>",
            "2024-09-21/2024-09-30 > -"),
        .init(
            "<p>General Availability: Rollout has started and we expect to complete by late October 2024 (previously late September).</p>",
            "- > 2024-10-21/2024-10-31"),
        .init(
            "<p><b>Worldwide</b></p><p>We will begin rolling out in early November 2024 and expect to complete by mid-November 2024.</p><p><b>GCC</b></p><p>We will begin rolling out in early January 2025 and expect to complete by mid-January 2025.</p>",
            "2024-11-01/2024-11-10 > 2024-11-11/2024-11-20; 2025-01-01/2025-01-10 > 2025-01-11/2025-01-20"
        ),
        .init(
            "<p>This will begin rolling out in early November 2024, and complete by late November 2024, for all customers. Please note that this was delayed from October 2024.</p>",
            "2024-11-01/2024-11-10 > 2024-11-21/2024-11-30"),
        .init(
            "<p>On November 4, 2024, we will begin to roll out. We expect to be done by November 18.</p>",
            "2024-11-04 > 2024-11-18"),
        .init(
            "<p>General Availability (Worldwide): Late November 2024</p><p>General Availability (GCC): TBD</p>",
            "2024-11-21/2024-11-30 > -; - > -"),
        .init(
            "<ul><li>Public Preview (Worldwide): mid-November 2024 to late November 2024</li><li>General Availability (Worldwide): early 2025</li></ul>",
            "2024-11-11/2024-11-20 > 2024-11-21/2024-11-30; 2025-01-01/2025-04-30 > -"),
        .init(
            "<p>We plan to begin the rollout on Monday, November 4, 2024 and complete it on Friday, November 22, 2024.</p>",
            "2024-11-04 > 2024-11-22"),
        .init(
            "<p>The new experience will be available in mid-November 2024. The classic experience will be available until late January 2025.</p>",
            "2024-11-11/2024-11-20 > 2025-01-21/2025-01-31"),
        .init(
            "<p>New tenants: starting November 1, 2024. Existing tenants: starting February 1, 2025.</p>",
            "2024-11-01 > -; 2025-02-01 > -"),
        .init(
            "<p>Between late November 2024 and mid-December 2024.</p>",
            "2024-11-21/2024-11-30 > 2024-12-11/2024-12-20"),
        .init("<p>We will begin rolling out November 2024.</p>", "2024-11-01/2024-11-30 > -"),
        .init(
            "<p>Rollout to customers begins mid-November and will be completed by end of calendar year 2024.</p>",
            "2024-11-11/2024-11-20 > 2024-09-01/2024-12-31"),
        .init(
            "<p>Teams Premium – General Availability (Worldwide): We will begin rolling out late November 2024 and expect to complete by late November 2024.</p>",
            "2024-11-21/2024-11-30 > 2024-11-21/2024-11-30"),
        .init(
            "<p>Mac: We will begin rolling out early November 2024 and expect to complete by mid-November 2024.</p><p>Windows: We will begin rolling out early November 2024 and expect to complete by mid-November 2024.</p>",
            "2024-11-01/2024-11-10 > 2024-11-11/2024-11-20; 2024-11-01/2024-11-10 > 2024-11-11/2024-11-20"
        ),
        .init(
            "<p>General Availability (Worldwide, GCC): We will begin rolling out early November 2024 (previously mid-October) for Windows and Mac and expect to complete by late November 2024 (previously early November).</p><p>Web rollout will follow in December 2024.</p>",
            "2024-11-01/2024-11-10 > 2024-11-21/2024-11-30; 2024-12-01/2024-12-31 > -"),
        .init(
            "<p>This change will take effect on or after January 15, 2025.</p>", "2025-01-15 > -"),
        .init("<p>Support ends no later than March 31, 2025.</p>", "2025-03-31 > -"),
        .init(
            "<p>We will start rolling out in late October 2024 and finish in early November 2024.&nbsp;</p>",
            "2024-10-21/2024-10-31 > 2024-11-01/2024-11-10"),
    ]

    /// Lists below a line that says of what their dates are.
    private static let headings: [Case] = [
        .init(
            "<p>Complete rollout:</p><ul><li>Worldwide: late May 2025</li><li>GCC: June 2025</li></ul>",
            "- > 2025-05-21/2025-05-31; - > 2025-06-01/2025-06-30"),
        .init(
            "<p>We expect to complete by:</p><ul><li>Worldwide: late May 2025</li></ul>",
            "- > 2025-05-21/2025-05-31"),
        .init(
            "<p>We expect to complete the rollout by:</p><ul><li>Worldwide: late May 2025</li></ul><p>DoD: June 2025</p>",
            "- > 2025-05-21/2025-05-31; 2025-06-01/2025-06-30 > -"),
        .init(
            "<p>Begin rollout:</p><ul><li>Worldwide: early May 2025</li><li>GCC: early June 2025</li></ul><p>Complete rollout:</p><ul><li>Worldwide: late May 2025</li><li>GCC: late June 2025</li></ul>",
            "2025-05-01/2025-05-10 > 2025-05-21/2025-05-31; 2025-06-01/2025-06-10 > 2025-06-21/2025-06-30"
        ),
        .init(
            "<p>Complete rollout:</p><ul><li>Worldwide: begins late May 2025</li></ul>",
            "2025-05-21/2025-05-31 > -"),
        .init(
            "<p>The complete schedule:</p><ul><li>Worldwide: late May 2025</li></ul>",
            "2025-05-21/2025-05-31 > -"),
        .init(
            "<p>End of support:</p><ul><li>Client 1: May 5, 2025</li></ul>", "2025-05-05 > -"),
        .init(
            "<p>End users:</p><ul><li>Worldwide: late May 2025</li></ul>",
            "2025-05-21/2025-05-31 > -"),
        .init(
            "<p>Phase 1 (Complete)</p><ul><li>early March 2025</li></ul>",
            "2025-03-01/2025-03-10 > -"),
    ]
}
