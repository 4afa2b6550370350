import CanonicalJSON
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Changes that do not come for some")
struct CancellationReachTests {
    private static let clouds = """
        <p>When this will happen:</p><p>General Availability (Worldwide, GCC): early May 2025</p>\
        <p>General Availability (GCC High): June 2025</p><p>General Availability (DoD): July 2025</p>
        """
    private static let platforms = """
        <p>When this will happen:</p><p>Mail for Windows: early May 2025</p>\
        <p>Mail for Mac: June 2025</p>
        """

    /// An introduction, whom it cancels the change for, and the phases that are cancelled.
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let names: [String]
        let cancelled: [String]

        init(_ sentence: String, _ names: [String], _ cancelled: [String]) {
            self.sentence = sentence
            self.names = names
            self.cancelled = cancelled
        }

        var testDescription: String { sentence }
    }

    static let cases: [Case] = [
        .init(
            "For GCC High and DoD, we are not proceeding with this change.", ["GCC High", "DoD"],
            ["General Availability (GCC High)", "General Availability (DoD)"]),
        .init(
            "Updated March 10, 2025: We are not proceeding with this change for DoD at this time.",
            ["DoD"], ["General Availability (DoD)"]),
        .init(
            "The rollout in the government clouds (GCC High and DoD) has been cancelled.",
            ["GCC High", "DoD"], ["General Availability (GCC High)", "General Availability (DoD)"]),
        .init(
            "We go on in Worldwide, but will not proceed with this change in GCC High.",
            ["GCC High"], ["General Availability (GCC High)"]),
        .init(
            "We will not be rolling out this change to DoD.", ["DoD"],
            ["General Availability (DoD)"]),
        // A part of a phase becomes a phase of its own.
        .init(
            "We are not proceeding with this change in GCC.", ["GCC"],
            ["General Availability (GCC)"]
        ),
        .init(
            "We are not proceeding with this change, except for GCC High.",
            ["all but GCC High"],
            ["General Availability (Worldwide, GCC)", "General Availability (DoD)"]),
        .init(
            "We are not proceeding with this change for government clouds.", ["Government clouds"],
            [
                "General Availability (GCC)", "General Availability (GCC High)",
                "General Availability (DoD)",
            ]),
        // Nobody knows what becomes of it, and it is said all the same.
        .init(
            "We are not proceeding with this change for education tenants.", ["education tenants"],
            []),
        .init("For Mac users, we are not proceeding with this change.", ["Mac"], []),
        // To whom it was never announced, it is not cancelled.
        .init("This feature will not roll out to China.", [], []),
    ]

    @Test("name them, and cancel their phases alone", arguments: cases)
    func parts(_ sample: Case) throws {
        let read = try SamplePost.read(body: "<p>\(sample.sentence)</p>\(Self.clouds)")
        #expect(!read.isCancelled)
        #expect(read.cancellation.names == sample.names)
        #expect(
            read.phases.filter { $0.status == .cancelled }.map(\.name) == sample.cancelled)
        #expect(read.phases.contains { $0.status == nil })
    }

    @Test("are those of one platform too, and all of them are the change")
    func onPlatforms() throws {
        let read = try SamplePost.read(
            body: "<p>The rollout for Mac will not proceed.</p>\(Self.platforms)")
        #expect(!read.isCancelled && read.cancellation.names == ["Mac"])
        #expect(read.phases.map(\.status) == [nil, .cancelled])
        let both = try SamplePost.read(
            body: "<p>The rollout for Mac and Windows will not proceed.</p>\(Self.platforms)")
        #expect(both.isCancelled)
        let known = try SamplePost.read(
            body:
                "<p>The rollout for Mac will not proceed.</p><p>We do not proceed with the rollout on Mac.</p><p>When this will happen:</p><p>May 2025</p>",
            details: [("Platforms", "Mac, Web")])
        #expect(known.phases.map(\.name) == ["Rollout", "Rollout - Mac"])
        #expect(known.phases.map(\.status) == [nil, .cancelled])
    }

    @Test(
        "are all where nobody or everybody is named",
        arguments: [
            "We have decided not to proceed with this change at this time.",
            "We are not proceeding with this change for now, based on your feedback.",
            "We will not proceed with this change for Worldwide, GCC, GCC High and DoD.",
            "We are not proceeding with this change for all tenants.",
        ])
    func all(_ sentence: String) throws {
        let read = try SamplePost.read(body: "<p>\(sentence)</p>\(Self.clouds)")
        #expect(read.isCancelled && read.cancellation.names.isEmpty)
        #expect(read.phases.allSatisfy { $0.status == .cancelled })
    }

    @Test("are those of the line that says it, and not all others")
    func ofALine() throws {
        for line in [
            "<p>GCC</p><ul><li>We will not be proceeding with this change.</li></ul><p>Worldwide</p><ul><li>May 2025</li></ul>",
            "<p>GCC, Worldwide: May 2025. We will not be proceeding with this change in GCC.</p>",
        ] {
            let read = try SamplePost.read(timeline: line)
            #expect(!read.isCancelled && read.cancellation.names == ["GCC"])
            #expect(read.phases.contains { $0.name == "Worldwide" && $0.status == nil })
            #expect(read.phases.contains { $0.name == "GCC" && $0.status == .cancelled })
        }
    }

    @Test("are said first in the draft, and nothing is due against their phases")
    func draft() throws {
        let read = try SamplePost.read(
            body:
                "<p>For Worldwide and GCC, we are not proceeding with this change.</p>\(Self.clouds)"
        )
        #expect(read.dateToAct?.description == "2025-06-01")
        let text = ChecklistDraft(read).text
        #expect(
            text.contains("# THE PUBLISHER DOES NOT PROCEED WITH THIS CHANGE FOR Worldwide, GCC.\n")
        )
        #expect(text.contains("# from \"For Worldwide and GCC, we are not proceeding"))
        #expect(text.contains("status: \"cancelled for Worldwide, GCC\""))
        let checklist = try DraftReading.checklist(text).checklist
        #expect(checklist.timeline.map(\.status) == [.cancelled, .planned, .planned])
        #expect(checklist.change.provenance["status"] == .inferred)
        #expect(
            checklist.steps.allSatisfy { $0.due.phase.text == "general-availability-gcc-high" })
        #expect(read.json["cancelled"]?.boolean == false)
        #expect(read.json["cancelled_for"]?.items?.compactMap(\.text) == ["Worldwide", "GCC"])
    }
}
