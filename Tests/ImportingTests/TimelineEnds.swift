/// Timelines of what ends at a moment, in the wordings of retirements: the day is that of the event.
extension TimelineTests {
    static let ends = moments + besideEnds

    private static let moments: [Case] =
        [
            "Support for the old page ends on May 5, 2025.",
            "We will end support for the old page on May 5, 2025.",
            "Microsoft ends support for Contoso Desk on May 5, 2025.",
            "Support will end on May 5, 2025.", "We will end availability on May 5, 2025.",
            "Support for Contoso Desk in the old portal will end on May 5, 2025.",
            "Support for Contoso Desk will end after May 5, 2025.",
            "Availability of the old page will end after May 5, 2025.",
            "The old page will be retired on May 5, 2025.", "The old page retires on May 5, 2025.",
            "We will retire the old page on May 5, 2025.",
            "The old page stays until it is retired on May 5, 2025.",
            "Contoso Desk reaches end of life on May 5, 2025.",
            "Contoso Desk reaches its end of life on May 5, 2025.",
            "The end of extended support is May 5, 2025.", "End of support: May 5, 2025",
            "End of security updates: May 5, 2025", "Contoso Desk 2016 ends May 5, 2025.",
            "The classic page will end on May 5, 2025.",
            "Contoso Desk will no longer be supported after May 5, 2025.",
            "The old page will no longer be available after May 5, 2025.",
            "The old page stops working after May 5, 2025.",
            "Support for TLS 1.1 ends on May 5, 2025.", "Contoso Desk will end after May 5, 2025.",
            "Contoso Desk will end on May 5, 2025.",
            "It will stop being supported after May 5, 2025.",
            "It will no longer be available as of May 5, 2025.",
        ].map { .init("<p>\($0)</p>", "2025-05-05 > -") } + [
            .init("<p>The rollout to all support sites ends on May 5, 2025.</p>", "- > 2025-05-05"),
            .init(
                "<p>Begin in May 2025 and end in June 2025.</p>",
                "2025-05-01/2025-05-31 > 2025-06-01/2025-06-30"),
            .init("<p>You can move your mail any time after May 5, 2025.</p>", ""),
            .init("<p>The old page is supported until May 5, 2025.</p>", "- > 2025-05-05"),
            .init("<p>The last day of availability is May 5, 2025.</p>", "2025-05-05 > -"),
            .init("<p>Phase 1 ends on May 5, 2025.</p>", "- > 2025-05-05"),
        ]

    /// What is said beside a retirement: how long something stays, and what readers should do.
    private static let besideEnds: [Case] = [
        .init(
            "<p>X will be retired on September 30, 2025. You can download your data until December 31, 2025.</p>",
            "2025-09-30 > -"),
        .init(
            "<p>X will be retired on September 30, 2025.</p><p>Until December 31, 2025, users can still download their data.</p>",
            "2025-09-30 > -"),
        .init(
            "<p>X will be retired on September 30, 2025. You have until December 31, 2025 to download your data.</p>",
            "2025-09-30 > -"),
        .init(
            "<p>X will be retired on September 30, 2025. Existing content will remain accessible until August 31, 2025.</p>",
            "2025-09-30 > -; - > 2025-08-31"),
        .init(
            "<p>On September 30, 2025 X will be removed and stays readable until December 31, 2025.</p>",
            "2025-09-30 > -; - > 2025-12-31"),
        .init(
            "<p>Feature will be removed on June 1, 2025. Please migrate by May 15, 2025.</p>",
            "2025-06-01 > -"),
        .init(
            "<p>Please migrate by May 15, 2025. Feature will be removed on June 1, 2025.</p>",
            "2025-06-01 > -"),
        .init(
            "<p>Feature will be removed on June 1, 2025, so admins should migrate before May 15, 2025.</p>",
            "2025-06-01 > -"),
        .init(
            "<p>Worldwide: The feature will be removed on June 1, 2025. You must migrate no later than May 15, 2025.</p>",
            "2025-06-01 > -"),
        .init(
            "<p>Rollout begins mid-May 2025. Please update your documentation by late May 2025.</p>",
            "2025-05-11/2025-05-20 > -"),
        // Where nothing else has a date, the day of the advice is better than none.
        .init("<p>Please migrate by May 15, 2025.</p>", "2025-05-15 > -"),
        .init("<p>You can use the old page until May 5, 2025.</p>", "- > 2025-05-05"),
        // What happens to users is no advice, and what completes is of the retirement.
        .init(
            "<p>We begin in May 2025. Users should see it by June 30, 2025.</p>",
            "2025-05-01/2025-05-31 > -; 2025-06-30 > -"),
        .init("<p>In May 2025 you can create pages.</p>", "2025-05-01/2025-05-31 > -"),
        .init(
            "<p>X will be retired on June 1, 2025. The retirement will be complete by July 31, 2025.</p>",
            "2025-06-01 > 2025-07-31"),
        .init(
            "<p>X will be retired on June 1, 2025. The retirement continues until July 31, 2025.</p>",
            "2025-06-01 > 2025-07-31"),
        .init(
            "<p>On October 1, 2025 the feature will be completely retired.</p>", "2025-10-01 > -"),
    ]
}
