/// Timelines of what ends at a moment, in the wordings of retirements: the day is that of the event.
extension TimelineTests {
    static let ends: [Case] =
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
}
