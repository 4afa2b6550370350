import Importing
import Testing

/// Timelines in wordings that are rarer: weeks, quarters, ends of years, dates of numbers, and what
/// is over, put off or not known.
extension TimelineTests {
    static let wordings = rareWordings + reaches + partialReaches

    private static let rareWordings: [Case] = [
        .init("<p>Rollout starts the week of May 12, 2025.</p>", "2025-05-12/2025-05-18 > -"),
        .init(
            "<p>General Availability: week of May 26, 2025, complete by the week of June 30, 2025.</p>",
            "2025-05-26/2025-06-01 > 2025-06-30/2025-07-06"),
        .init("<p>Week commencing 29 December 2025</p>", "2025-12-29/2026-01-04 > -"),
        .init("<p>We expect to complete by EOY 2025.</p>", "- > 2025-09-01/2025-12-31"),
        .init("<p>GCC: EOY</p>", "2025-09-01/2025-12-31 > -"),
        .init(
            "<p>We begin in mid-June 2025 and complete by the end of the year.</p>",
            "2025-06-11/2025-06-20 > 2025-09-01/2025-12-31"),
        .init("<p>Worldwide: by end of CY2025</p>", "2025-09-01/2025-12-31 > -"),
        .init("<p>Worldwide: by end of CY25</p>", "2025-09-01/2025-12-31 > -"),
        .init("<p>General Availability: H2 CY2026</p>", "2026-07-01/2026-12-31 > -"),
        .init("<p>General Availability: 2H 2026</p>", "2026-07-01/2026-12-31 > -"),
        .init("<p>General Availability: 1H CY26</p>", "2026-01-01/2026-06-30 > -"),
        .init("<p>General Availability: CY2025 Q3</p>", "2025-07-01/2025-09-30 > -"),
        .init("<p>General Availability: Q3CY25</p>", "2025-07-01/2025-09-30 > -"),
        .init("<p>General Availability: 3Q 2025</p>", "2025-07-01/2025-09-30 > -"),
        .init("<p>General Availability: Q2-Q3 2025</p>", "2025-04-01/2025-09-30 > -"),
        .init("<p>General Availability: early Q3 2025</p>", "2025-07-01/2025-07-31 > -"),
        .init("<p>Complete by the end of Q3 2025.</p>", "- > 2025-09-01/2025-09-30"),
        .init(
            "<p>Rollout begins in Q3 and completes in Q4 2025.</p>",
            "2025-07-01/2025-09-30 > 2025-10-01/2025-12-31"),
        .init("<p>Rollout begins 05/22/2025.</p>", "2025-05-22 > -"),
        .init("<p>Rollout begins 22/05/2025.</p>", "2025-05-22 > -"),
        .init(
            "<p>Rollout begins on 22.05.2025 and ends on 04.06.2025.</p>", "2025-05-22 > 2025-06-04"
        ),
        .init("<p>Rollout begins 2025/05/12.</p>", "2025-05-12 > -"),
        .init("<p>Rollout begins 05/05/2025.</p>", "2025-05-05 > -"),
        // The second date has only one reading, which tells how the first one is meant.
        .init("<p>GCC: 05/12/2025 - 05/30/2025</p>", "2025-05-12 > 2025-05-30"),
        .init("<p>Dates are MM/DD/YYYY.</p><p>GCC: 05/12/2025</p>", "2025-05-12 > -"),
        .init("<p>GCC: not before May 12, 2025</p>", "2025-05-12 > -"),
        .init("<p>GCC: May '25</p>", "2025-05-01/2025-05-31 > -"),
        .init(
            "<p>Phase 1 (Complete)</p><p>Phase 2: We will begin rolling out early May 2025.</p>",
            "- > -; 2025-05-01/2025-05-10 > -"),
        .init(
            "<p>Phase 1 (Complete): Rings inside the company.</p><p>Phase 2: early May 2025.</p>",
            "- > -; 2025-05-01/2025-05-10 > -"),
        .init("<p>GCC: Delayed until further notice.</p>", "- > -"),
        .init("<p>GCC: planned for May 2025 and now postponed until further notice.</p>", "- > -"),
        .init("<p>GCC: timing to be confirmed.</p>", "- > -"),
        .init("<p>GCC: delayed to June 2025</p>", "2025-06-01/2025-06-30 > -"),
        // What is put off until a day begins on it; a completion that is put off ends on it.
        .init("<p>GCC: on hold until June 2025</p>", "2025-06-01/2025-06-30 > -"),
        .init("<p>The rollout is delayed until mid-June 2025.</p>", "2025-06-11/2025-06-20 > -"),
        .init("<p>Completion is delayed until June 30, 2025.</p>", "- > 2025-06-30"),
        .init("<p>It stays available until June 30, 2025.</p>", "- > 2025-06-30"),
        .init("<p>The old page is extended until June 30, 2025.</p>", "- > 2025-06-30"),
        .init("<p>Rollout is pushed back until June 2025.</p>", "2025-06-01/2025-06-30 > -"),
    ]

    /// The day by which all are reached, as the end of what began before.
    private static let reaches: [Case] = [
        "We will begin rolling out in mid-May 2025, and all customers will have the feature by late May 2025.",
        "We will begin rolling out in mid-May 2025 and will reach 100% by late May 2025.",
        "We will begin rolling out in mid-May 2025 and it is expected to reach all customers by late May 2025.",
        "We will begin rolling out in mid-May 2025, available to everyone no later than late May 2025.",
        "We will begin rolling out to Worldwide in mid-May 2025, and all users will have it by late May 2025.",
        "We will start disabling it in mid-May 2025, with full removal by late May 2025.",
        "Rollout begins mid-May 2025. By late May 2025, it will be available to all users.",
        "Rollout begins mid-May 2025. All remaining tenants will have it by late May 2025.",
    ].map { .init("<p>\($0)</p>", "2025-05-11/2025-05-20 > 2025-05-21/2025-05-31") }

    /// What is of others, or of something else, ends nothing.
    private static let partialReaches: [Case] = [
        "We will begin rolling out in mid-May 2025, and the documentation will be updated by late May 2025.",
        "We will begin rolling out to firms in mid-May 2025 and all education customers will have it by late May 2025.",
        "We will begin rolling out in mid-May 2025, and the old page will be removed by late May 2025.",
        "We will begin rolling out in mid-May 2025 and will reach GCC by late May 2025.",
        "Rollout begins mid-May 2025. We will tell all users by late May 2025.",
    ].map { .init("<p>\($0)</p>", "2025-05-11/2025-05-20 > -; 2025-05-21/2025-05-31 > -") }

    @Test(
        "keep a date that may be two as no day, and say so",
        arguments: [
            ("GCC: 05/12/2025", "05/12/2025"), ("GCC: 5/12/25", "5/12/25"),
            ("GCC: Q1 FY26", "Q1 FY26"), ("GCC: FY2026 Q1", "FY2026 Q1"),
            ("GCC: first quarter of fiscal year 2026", "first quarter of fiscal year 2026"),
        ])
    func unclear(_ line: String, _ phrase: String) throws {
        let phases = try SamplePost.read(timeline: "<p>\(line)</p>").phases
        #expect(phases.map(\.isUnreadable) == [true])
        #expect(phases.first?.start?.phrase == phrase)
        #expect(phases.first?.start?.days == nil)
    }

    @Test("read dates of numbers in both orders as none, where a post uses both")
    func mixed() throws {
        let phases = try SamplePost.read(
            timeline: "<p>GCC: 05/22/2025</p><p>DoD: 22/06/2025</p><p>Worldwide: 05/06/2025</p>"
        )
        .phases
        #expect(phases.map(\.isUnreadable) == [false, false, true])
    }
}
