import Importing
import Rollout
import Testing

@Suite("Timelines of posts")
struct TimelineTests {
    /// A timeline with its phases: `START > END; …`, `-` for none, a span as `FIRST/LAST`.
    struct Case: Sendable, CustomTestStringConvertible {
        let timeline: String
        let phases: String

        init(_ timeline: String, _ phases: String) {
            self.timeline = timeline
            self.phases = phases
        }

        var testDescription: String { timeline }
    }

    @Test(
        "become days",
        arguments: [
            phrases, forms, lines, wordings, ranges, grids, years, ends, abbreviations,
        ].flatMap { $0 })
    func days(_ sample: Case) throws {
        let read = try SamplePost.read(timeline: sample.timeline)
        let phases = read.phases.map { "\(Self.text($0.start)) > \(Self.text($0.end))" }
        #expect(phases.joined(separator: "; ") == sample.phases)
    }

    private static func text(_ date: AnnouncedDate?) -> String {
        guard let days = date?.days else { return "-" }
        return days.earliest == days.latest
            ? "\(days.earliest)" : "\(days.earliest)/\(days.latest)"
    }

    @Test(
        "tell how far a phase has come",
        arguments: [
            ("<p>General Availability: Available now.</p>", PhaseStatus.available),
            ("<p>This is currently rolling out.</p>", .started),
            (
                "<p>We began rolling out early March 2025 and expect to complete by late April 2025.</p>",
                .started
            ),
            ("<p>Worldwide: Rollout is complete.</p>", .completed),
            ("<p>Phase 1 (Complete): early March 2025</p>", .completed),
            ("<p>GCC: We will update this message when we have a date.</p>", .announced),
            ("<p>GCC: We will not be proceeding with this change.</p>", .cancelled),
            (
                "<p>GCC: We will not be moving forward with this change at this time.</p>",
                .cancelled
            ),
        ])
    func status(_ timeline: String, _ status: PhaseStatus) throws {
        #expect(try SamplePost.read(timeline: timeline).phases.map(\.status) == [status])
    }

    @Test("keep who is reached, and the words that dates were read from")
    func names() throws {
        let read = try SamplePost.read(body: SamplePost.whole)
        #expect(
            read.phases.map(\.name) == [
                "Targeted Release", "General Availability (Worldwide, GCC)",
                "General Availability (DoD)",
            ])
        #expect(read.phases[0].start?.phrase == "late April 2025 (previously early March)")
        #expect(read.phases[0].end?.yearRule == .otherEnd)
        #expect(read.phases[2].status == .announced)
    }

    @Test("are guessed with the year behind a month that has a dot")
    func guessed() throws {
        let read = try SamplePost.read(body: "<p>We will begin rolling out in mid-Oct. 2026.</p>")
        #expect(read.guessedPhases.map { Self.text($0.start) } == ["2026-10-11/2026-10-20"])
    }

    @Test("leave out remarks, and the line of the update")
    func remarks() throws {
        let read = try SamplePost.read(
            timeline: """
                <p>Updated March 3, 2025: We moved May 3, 2025.</p><p>Note: Office 2016 ends October 14, 2025.\
                </p><p>Updated timeline: early May 2025</p>
                """)
        #expect(read.phases.map(\.name) == ["Updated timeline"])
    }

    @Test("are not repaired where they end before they start")
    func inconsistent() throws {
        let read = try SamplePost.read(
            timeline: "<p>We will begin early July 2025 and complete by mid-January 2025.</p>")
        #expect(read.phases.map(\.isInconsistent) == [true])
    }

    @Test("of a day that does not exist have no day")
    func noSuchDay() throws {
        let read = try SamplePost.read(timeline: "<p>It starts on February 31, 2025.</p>")
        #expect(read.phases.map(\.isUnreadable) == [true])
    }
}
