import Importing
import Testing

@Suite("Titles of posts")
struct TitleTagTests {
    private static let body =
        "<p>We add a feature.</p><p>When this will happen:</p><p>May 5, 2025</p>"

    @Test(
        "cancel the change where a tag of theirs says so",
        arguments: [
            "(Cancelled) Contoso Mail: a new gateway", "[CANCELED] Contoso Mail",
            "Contoso Mail: a new gateway - rollout cancelled",
        ])
    func cancelled(_ title: String) throws {
        #expect(try SamplePost.read(body: Self.body, title: title).isCancelled)
    }

    @Test(
        "put it off where a tag of theirs says so",
        arguments: ["(Postponed) Contoso Mail", "Contoso Mail: rollout on hold"])
    func postponed(_ title: String) throws {
        let read = try SamplePost.read(body: Self.body, title: title)
        #expect(!read.isCancelled && (!read.remarks.isEmpty || read.phases[0].start == nil))
    }

    @Test(
        "say nothing of it where the words are those of a feature",
        arguments: [
            "Contoso Mail: cancelled meetings in the calendar", "(Updated) Contoso Mail",
            "Contoso Mail - postpone messages", "Contoso Mail (new) [classic",
        ])
    func features(_ title: String) throws {
        let read = try SamplePost.read(body: Self.body, title: title)
        #expect(!read.isCancelled && read.remarks.isEmpty)
        #expect(read.phases.map(\.status) == [nil])
    }

    @Test("tell of which change a sentence speaks that cancels one")
    func another() throws {
        for sentence in [
            "The retirement of Contoso Classic has been cancelled.",
            "As the retirement of Contoso Classic was cancelled, both can be used.",
        ] {
            let read = try SamplePost.read(body: "<p>\(sentence)</p>\(Self.body)")
            #expect(!read.isCancelled && read.phases.map(\.status) == [nil], "\(sentence)")
        }
        let own = try SamplePost.read(
            body: "<p>The rollout of Contoso Mail has been cancelled.</p>\(Self.body)")
        #expect(own.isCancelled)
    }
}
