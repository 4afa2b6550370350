import CanonicalJSON
import Importing
import Testing

@Suite("What a sentence says of a change that does not come")
struct CancellationWordingTests {
    private static let phases = """
        <p>When this will happen:</p><p>General Availability (Worldwide, GCC): early May 2025</p>\
        <p>General Availability (GCC High): June 2025</p><p>General Availability (DoD): July 2025</p>
        """

    private static func read(
        _ sentence: String, title: String = "Contoso Mail: a new gateway"
    ) throws -> ReadAnnouncement {
        try SamplePost.read(body: "<p>\(sentence)</p>\(phases)", title: title)
    }

    private static func cancelled(_ read: ReadAnnouncement) -> [String] {
        read.phases.filter { $0.status == .cancelled }.map(\.name)
    }

    @Test(
        "is of those whom its own clause names, and not of those in a reason or in another clause",
        arguments: [
            ("The rollout in GCC is cancelled and Worldwide continues.", "GCC"),
            (
                "The rollout for GCC has been cancelled due to feedback from Worldwide customers.",
                "GCC"
            ),
            ("We will not proceed in GCC and continue with the rollout for Worldwide.", "GCC"),
            ("We will not proceed in GCC, the rollout in Worldwide continues.", "GCC"),
            ("Worldwide continues, but the rollout in GCC is cancelled.", "GCC"),
            ("Worldwide continues so we will not proceed in GCC.", "GCC"),
            ("The rollout in GCC was paused and has been cancelled.", "GCC"),
            ("The GCC rollout has been cancelled.", "GCC"),
            ("Updated March 20, 2025: Rollout cancelled for GCC.", "GCC"),
            ("Rollout in GCC cancelled", "GCC"),
            ("Not proceeding with this change for GCC.", "GCC"),
            ("Based on feedback the rollout in GCC has been cancelled.", "GCC"),
            ("While we continue in Worldwide, we will not proceed in GCC.", "GCC"),
            ("In GCC, this change will not happen.", "GCC"),
            (
                "We will not proceed with this change in GCC High due to feedback of Worldwide customers.",
                "GCC High"
            ),
            ("Following your feedback from GCC High, the rollout in DoD is cancelled.", "DoD"),
            ("The rollout in GCC High is delayed and the rollout in DoD is cancelled.", "DoD"),
        ])
    func part(_ sentence: String, _ name: String) throws {
        let read = try Self.read(sentence)
        #expect(!read.isCancelled && read.cancellation.extent == .some([name]))
        #expect(read.cancellation.doubts.isEmpty)
        #expect(Self.cancelled(read) == ["General Availability (\(name))"])
    }

    @Test(
        "is of all where the change itself is its subject, and nobody is named but in a reason",
        arguments: [
            "After feedback from GCC customers we will not proceed with this change.",
            "Based on feedback, we have decided to cancel this rollout.",
            "Thank you for your feedback, we will not be moving forward with this change.",
            "We have decided not to proceed with this change, and the existing page stays.",
            "The planned retirement of the classic page has been cancelled.",
            "We are cancelling this change and apologize for any inconvenience.",
            "Microsoft has decided not to move forward with this feature in Exchange Online at this time.",
            "The rollout was cancelled on March 12, 2025.",
            "We will not proceed with the change announced in March 2025.",
            "We will not proceed with this change for technical reasons.", "Rollout cancelled",
        ])
    func all(_ sentence: String) throws {
        let read = try Self.read(sentence)
        #expect(read.isCancelled && read.cancellation.extent == .everybody)
        #expect(Self.cancelled(read).count == 3)
    }

    @Test(
        "cancels nothing where it is negated, is of a date, or of something else",
        arguments: [
            "This change is not cancelled.", "This change has not been cancelled.",
            "This change is no longer cancelled.", "We have decided not to cancel this change.",
            "The retirement is no longer planned for June and moves to July.",
            "The rollout is no longer planned for early May.",
            "We have cancelled the previous release and will roll out a new release.",
            "With this feature, cancelled meetings are shown.", "You can cancel the rollout.",
            "After this update, meetings are cancelled automatically.",
            "Admins see which updates were cancelled.",
            "Users can download the page and will not proceed.",
        ])
    func nothing(_ sentence: String) throws {
        let read = try Self.read(sentence)
        #expect(read.cancellation.extent == .nobody && read.cancellation.doubt == nil)
        #expect(Self.cancelled(read).isEmpty)
    }

    @Test(
        "is named for review where nobody can tell of which phases it is, and cancels none",
        arguments: [
            ("We have decided against this change for education tenants.", ["education tenants"]),
            (
                "We will not proceed with this rollout for education tenants this year.",
                ["education tenants this year"]
            ),
            (
                "We have decided not to proceed with the rollout to education tenants.",
                ["education tenants"]
            ),
            (
                "We will not proceed with this change at this time for users with A3 licenses.",
                ["users with A3 licenses"]
            ),
            ("The rollout has been cancelled for customers in Germany.", ["customers in Germany"]),
            ("We will not proceed in Germany now.", ["Germany now"]),
            (
                "We are not proceeding with this change for tenants that have not enabled it.",
                ["tenants that have not enabled it"]
            ),
            ("The rollout for Mac will not proceed in GCC.", ["Mac", "GCC"]),
            ("We paused the rollout in GCC, and we have decided not to proceed.", ["GCC"]),
            (
                "We are not proceeding with this change, except for education tenants.",
                ["all but education tenants"]
            ),
            ("We will not proceed with this rollout in May 2025.", ["rollout in May 2025"]),
            ("We will not proceed with this change for GCC in May 2025.", ["GCC"]),
            ("The rollout, which was planned for GCC, has been cancelled.", ["GCC"]),
            ("We have cancelled the previous release.", ["previous release"]),
        ])
    func doubt(_ sentence: String, _ names: [String]) throws {
        let read = try Self.read(sentence, title: "Contoso: insights for education")
        #expect(!read.isCancelled && read.cancellation.names == names)
        #expect(read.cancellation.doubts == names && Self.cancelled(read).isEmpty)
        let doubt = try #require(read.cancellation.doubt)
        #expect(ChecklistDraft(read).text.contains("# review: \(doubt)\n"))
        #expect(read.json["cancelled_in_doubt"]?.items?.compactMap(\.text) == names)
    }

    @Test("in a timeline cancels the part of a line that it names, or none of those beside it")
    func timeline() throws {
        let line = try SamplePost.read(
            timeline:
                "<p>Worldwide, GCC: early May 2025. The rollout in GCC is cancelled and Worldwide continues.</p>"
        )
        #expect(line.phases.map(\.name) == ["Worldwide", "GCC"])
        #expect(line.phases.map(\.status) == [nil, .cancelled])
        for text in [
            "<p>Worldwide continues, but the rollout in GCC is cancelled.</p><p>Worldwide: May 2025</p>",
            "<p>Worldwide in May 2025 and we do not proceed in GCC.</p>",
        ] {
            let read = try SamplePost.read(timeline: text)
            #expect(read.phases.map(\.name) == ["Worldwide"])
            #expect(read.phases.map(\.status) == [nil] && read.cancellation.names == ["GCC"])
        }
    }

    @Test("is read in a text of any length", .timeLimit(.minutes(10)))
    func long() throws {
        let commas = String(repeating: "a, b and ", count: 60_000)
        let words = String(repeating: "cancelled ", count: 60_000)
        let sentences = (1...20_000).map { "We will not proceed in Country \($0)." }
        for text in [commas + "cancelled", words, sentences.joined(separator: " ")] {
            #expect(try !Self.read(text).isCancelled)
        }
    }
}
