import Importing
import Testing

/// Timelines with names of months that are cut, whose dot ends no sentence, with the days that a careful
/// reader finds; the post is of March 2025.
extension TimelineTests {
    static let abbreviations: [Case] = [
        .init("<p>We will begin rolling out mid-Oct. 2026.</p>", "2026-10-11/2026-10-20 > -"),
        .init("<p>GCC: early Sept. 2026</p>", "2026-09-01/2026-09-10 > -"),
        .init("<p>GCC: mid-Sept. '26</p>", "2026-09-11/2026-09-20 > -"),
        .init("<p>Beginning of Oct. 2026</p>", "2026-10-01/2026-10-10 > -"),
        .init("<p>first half of Sept. 2026</p>", "2026-09-01/2026-09-15 > -"),
        .init("<p>second week of Sept. 2026</p>", "2026-09-08/2026-09-14 > -"),
        .init("<p>week of 12 Oct. 2026</p>", "2026-10-12/2026-10-18 > -"),
        .init("<p>Late Feb. 2028</p>", "2028-02-21/2028-02-29 > -"),
        .init("<p>GCC: mid-to-late Jan., 2026</p>", "2026-01-11/2026-01-31 > -"),
        .init("<p>Starting 5 Sept. 2026</p>", "2026-09-05 > -"),
        .init("<p>GCC: Oct. 5, 2026</p>", "2026-10-05 > -"),
        .init("<p>GCC: 3–5 Sept. 2026</p>", "2026-09-03 > 2026-09-05"),
        .init("<p>from 28 Sept. to 3 Oct. 2026</p>", "2026-09-28 > 2026-10-03"),
        .init("<p>GCC: Oct.</p>", "2025-10-01/2025-10-31 > -"),
        // The years stay as they were written, though the end lies before the start.
        .init(
            "<p>We will begin early July 2025 and expect to complete by mid-Jan. 2025.</p>",
            "2025-07-01/2025-07-10 > 2025-01-11/2025-01-20"),
        // What no longer holds.
        .init(
            "<p>We will begin rolling out in early March 2025 (early Jan.) and complete by late March 2025.</p>",
            "2025-03-01/2025-03-10 > 2025-03-21/2025-03-31"),
        .init("<p>GCC: early Oct. (early Sept.) 2026</p>", "2026-10-01/2026-10-10 > -"),
        .init(
            "<p>GCC: early Jan. 2026 (previously early Dec. 2025) to late Jan. 2026</p>",
            "2026-01-01/2026-01-10 > 2026-01-21/2026-01-31"),
        .init(
            "<p>We begin late Oct. 2025 (previously mid-Sept. and expect to complete by late Nov. 2025.</p>",
            "2025-10-21/2025-10-31 > 2025-11-21/2025-11-30"),
        // Two ends.
        .init("<p>GCC: mid-Oct.–Nov. 2026</p>", "2026-10-11/2026-10-20 > 2026-11-01/2026-11-30"),
        .init(
            "<p>GCC: mid-Oct. – late Nov. 2026</p>",
            "2026-10-11/2026-10-20 > 2026-11-21/2026-11-30"),
        .init(
            "<p>GCC: Oct. to mid-Nov. 2026</p>", "2026-10-01/2026-10-31 > 2026-11-11/2026-11-20"),
        .init(
            "<p>GCC: May to mid-June 2025</p>", "2025-05-01/2025-05-31 > 2025-06-11/2025-06-20"),
        .init(
            "<p>We will begin in mid-Oct. and complete by late Nov. 2026.</p>",
            "2026-10-11/2026-10-20 > 2026-11-21/2026-11-30"),
        // The brackets of what is said of an end are no label.
        .init(
            "<p>Mail (iOS, Android): rollout begins early May 2025. Rollout completes on mobile (iOS, Android): late May 2025.</p>",
            "2025-05-01/2025-05-10 > 2025-05-21/2025-05-31"),
        // The dot may end a sentence as well.
        .init(
            "<p>GCC: mid-Oct. DoD: late Nov. 2025</p>",
            "2025-10-11/2025-10-20 > -; 2025-11-21/2025-11-30 > -"),
        .init(
            "<p>Windows: mid-Oct. iOS: mid-Nov. 2025</p>",
            "2025-10-11/2025-10-20 > -; 2025-11-11/2025-11-20 > -"),
        .init("<p>We begin in May. 5 regions follow.</p>", "2025-05-01/2025-05-31 > -"),
        .init("<p>It completes in June. 2026 brings more.</p>", "- > 2025-06-01/2025-06-30"),
        .init("<p>It starts in mid-July. 2026 brings more.</p>", "2025-07-11/2025-07-20 > -"),
        .init("<p>It starts on May. 5, 2025.</p>", "2025-05-05 > -"),
    ]

    @Test("may name platforms in brackets before each date")
    func bracketedPlatforms() throws {
        let read = try SamplePost.read(
            timeline:
                "<p>Mail desktop: early May 2025. Mail mobile (iOS, Android): late May 2025.</p>")
        #expect(read.phases.map(\.name) == ["Mail desktop", "Mail mobile (iOS, Android)"])
    }

    @Test(
        "tell what is there today",
        arguments: [
            ("The feature is available in Public Preview today.", PhaseStatus.available),
            ("Public Preview is available for Windows and Mac now.", .available),
            ("Worldwide: available for all customers today.", .available),
            ("Effective immediately.", .started), ("GCC: effective immediately", .started),
        ])
    func today(_ line: String, _ status: PhaseStatus) throws {
        #expect(try SamplePost.read(timeline: "<p>\(line)</p>").phases.map(\.status) == [status])
    }

    @Test(
        "tell nothing of what is not there, or is of something else",
        arguments: [
            "It is not available in GCC today.", "It is not available today.",
            "It will be available for all customers today.", "The rollout has not started.",
            "The choice is available in the old page today.",
        ])
    func notToday(_ line: String) throws {
        #expect(try SamplePost.read(timeline: "<p>\(line)</p>").phases.isEmpty)
    }

    @Test("are not available while their start is ahead")
    func availableLater() throws {
        let read = try SamplePost.read(
            timeline: "<p>GCC: It begins in June 2025. It is available in Public Preview today.</p>"
        )
        #expect(read.phases.map(\.status) == [nil])
    }
}
