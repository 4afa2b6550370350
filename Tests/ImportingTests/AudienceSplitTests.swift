import Importing
import Testing

@Suite("Audiences that have dates of their own in one sentence")
struct AudienceSplitTests {
    /// A timeline with its phases as `NAME START > END`, with the first days of each.
    struct Case: Sendable, CustomTestStringConvertible {
        let timeline: String
        let phases: [String]

        init(_ timeline: String, _ phases: String...) {
            self.timeline = timeline
            self.phases = phases
        }

        var testDescription: String { timeline }
    }

    static let cases: [Case] = [
        .init(
            "<p>Worldwide in early May 2025 and GCC by mid-June 2025</p>",
            "Worldwide 2025-05-01", "GCC 2025-06-11"),
        .init(
            "<ul><li>Worldwide in early May 2025 and GCC by mid-June 2025</li></ul>",
            "Worldwide 2025-05-01", "GCC 2025-06-11"),
        .init(
            "<p>GCC High: June 2025; DoD: July 2025</p>", "GCC High 2025-06-01", "DoD 2025-07-01"),
        .init(
            "<p>We will begin in May for WW, June for GCC and July for DoD.</p>",
            "WW 2025-05-01", "GCC 2025-06-01", "DoD 2025-07-01"),
        .init(
            "<p>In early May 2025 for Worldwide and mid-June 2025 for GCC</p>",
            "Worldwide 2025-05-01", "GCC 2025-06-11"),
        .init(
            "<p>Early May 2025 (Worldwide), mid-June 2025 (GCC High, DoD)</p>",
            "Worldwide 2025-05-01", "GCC High, DoD 2025-06-11"),
        .init(
            "<p>We will begin rolling out to GCC in early June 2025 and expect to complete by late June 2025, and to DoD in July 2025 and expect to complete by August 2025.</p>",
            "GCC 2025-06-01 > 2025-06-21", "DoD 2025-07-01 > 2025-08-01"),
        .init(
            "<p>We roll out to Worldwide between May 5 and May 16, 2025, and to GCC between June 2 and June 13, 2025.</p>",
            "Worldwide 2025-05-05 > 2025-05-16", "GCC 2025-06-02 > 2025-06-13"),
        .init(
            "<p>Targeted Release in early May, followed by General Availability in late June 2025.</p>",
            "Targeted Release 2025-05-01", "General Availability 2025-06-21"),
        .init(
            "<p>The rollout will complete in May 2025 for Worldwide and June 2025 for GCC.</p>",
            "Worldwide - > 2025-05-01", "GCC - > 2025-06-01"),
        .init(
            "<p>General Availability: Worldwide in May 2025 and GCC in June 2025</p>",
            "General Availability - Worldwide 2025-05-01", "General Availability - GCC 2025-06-01"),
        .init(
            "<p>Windows in May 2025 and Mac in June 2025</p>", "Windows 2025-05-01",
            "Mac 2025-06-01"),
        .init("<p>iOS: May 2025; Android: June 2025</p>", "iOS 2025-05-01", "Android 2025-06-01"),
        .init(
            "<p>Mail on the web: May 2025. Mail desktop: June 2025.</p>",
            "Mail on the web 2025-05-01", "Mail desktop 2025-06-01"),
        .init(
            "<p>Rollout to Worldwide completed on March 3, 2025; GCC begins in May 2025.</p>",
            "Worldwide - > 2025-03-03 completed", "GCC 2025-05-01"),
        .init(
            "<p>It comes to Worldwide by May 5, 2025 for Targeted Release and by June 2, 2025 for Standard Release.</p>",
            "Worldwide - Targeted Release 2025-05-05", "Worldwide - Standard Release 2025-06-02"),
        .init(
            "<p>This will start in May 2025 with GCC, and GCC High and DoD will start in July 2025.</p>",
            "GCC 2025-05-01", "GCC High and DoD 2025-07-01"),
        .init(
            "<p>We begin in early May 2025 for Worldwide and early June 2025 for government clouds.</p>",
            "Worldwide 2025-05-01", "government clouds 2025-06-01"),
        .init(
            "<p>Targeted Release gets it in early May 2025, followed by Worldwide in June 2025 and GCC in July 2025.</p>",
            "Targeted Release 2025-05-01", "Worldwide 2025-06-01", "GCC 2025-07-01"),
        .init(
            "<p>General Availability in May 2025, GCC in June 2025</p>",
            "General Availability 2025-05-01", "General Availability - GCC 2025-06-01"),
        // From the one that follows on, names go before their dates.
        .init(
            "<p>Rollout will begin in mid-May 2025 for commercial customers, followed by GCC in June 2025, and GCC High and DoD in July 2025.</p>",
            "commercial 2025-05-11", "GCC 2025-06-01", "GCC High and DoD 2025-07-01"),
        .init(
            "<p>Rollout will begin in mid-May 2025 for Worldwide, with GCC following in June 2025 and DoD in July 2025.</p>",
            "Worldwide 2025-05-11", "GCC 2025-06-01", "DoD 2025-07-01"),
        .init(
            "<p>Rollout begins in early May 2025 for Worldwide, then GCC in June 2025 and DoD in July 2025.</p>",
            "Worldwide 2025-05-01", "GCC 2025-06-01", "DoD 2025-07-01"),
        .init(
            "<p>We begin in May 2025 for Worldwide and complete by late May 2025, followed by GCC in June 2025 and DoD in July 2025.</p>",
            "Worldwide 2025-05-01 > 2025-05-21", "GCC 2025-06-01", "DoD 2025-07-01"),
        .init(
            "<p>General Availability: early May 2025 for Worldwide, followed by GCC in June 2025 and DoD in July 2025</p>",
            "General Availability - Worldwide 2025-05-01", "General Availability - GCC 2025-06-01",
            "General Availability - DoD 2025-07-01"),
        // Whose the later dates are is not sure, and none is given to one of them.
        .init(
            "<p>Rollout will begin in mid-May 2025, at first for commercial customers, followed by GCC in June 2025, and DoD in July 2025.</p>",
            "commercial, GCC, DoD 2025-05-11", "commercial, GCC, DoD 2025-06-01",
            "commercial, GCC, DoD 2025-07-01"),
        // A platform may be what the first date is of, and audiences what the others are of.
        .init(
            "<p>For Windows and Mac in May 2025 and for Worldwide and GCC in June 2025</p>",
            "Windows and Mac 2025-05-01", "Worldwide and GCC 2025-06-01"),
        // One audience, however often another is named.
        .init(
            "<p>General Availability (Worldwide): We will begin in early May 2025 with Targeted Release users and expect to complete by late May 2025.</p>",
            "General Availability (Worldwide) 2025-05-01 > 2025-05-21"),
        .init("<p>Worldwide and GCC in early May 2025</p>", "Worldwide and GCC 2025-05-01"),
        // Sentences of different audiences are no two ends of one phase.
        .init(
            "<p>The rollout for Worldwide tenants is now complete. The rollout for GCC and DoD will begin in mid-May 2025 and complete by late May 2025.</p>",
            "Worldwide - completed", "GCC and DoD 2025-05-11 > 2025-05-21"),
        .init(
            "<p>We begin rolling out to Worldwide in early May 2025. The rollout to GCC completes by late June 2025.</p>",
            "Worldwide 2025-05-01", "GCC - > 2025-06-21"),
        .init(
            "<p>We begin rolling out to Worldwide in early May 2025. The rollout to Worldwide and GCC completes by late June 2025.</p>",
            "Worldwide 2025-05-01 > 2025-06-21"),
        // What is over for one is not over for the other.
        .init(
            "<p>Worldwide in March 2025 is complete and GCC follows in June 2025.</p>",
            "Worldwide 2025-03-01 completed", "GCC 2025-06-01"),
        .init(
            "<table><tr><td></td><td>Worldwide</td><td>GCC</td></tr><tr><td>Start</td><td>May 5, 2025</td><td>June 2, 2025</td></tr></table>",
            "Worldwide 2025-05-05", "GCC 2025-06-02"),
    ]

    @Test("are phases of their own, each with its dates", arguments: cases)
    func split(_ sample: Case) throws {
        let phases = try SamplePost.read(timeline: sample.timeline).phases.map { phase in
            let start = phase.start?.days.map { "\($0.earliest)" } ?? "-"
            let end = phase.end?.days.map { " > \($0.earliest)" } ?? ""
            let status = phase.status == .completed ? " completed" : ""
            return "\(phase.name) \(start)\(end)\(status)"
        }
        #expect(phases == sample.phases)
    }
}
