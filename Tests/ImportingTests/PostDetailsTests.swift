import CanonicalJSON
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Fields of a post")
struct PostDetailsTests {
    @Test("without a key of their own stand in the details, with where they are from")
    func details() throws {
        let read = try SamplePost.read(
            body: SamplePost.whole,
            details: [
                ("RoadmapIds", "501234, 501235,501234"), ("Platforms", "Web, Mac"),
                ("Ring", "a *b*\nc"), ("FeatureStatusJson", "[{}]"),
            ])
        let text = ChecklistDraft(read).text
        let change = try DraftReading.checklist(text).checklist.change
        #expect(
            change.details == #"Major change: yes. Roadmap: 501234, 501235. Ring: a \*b\* c."#)
        #expect(change.provenance["details"] == .published)
        #expect(text.contains("# isMajorChange, details: RoadmapIds, details: Ring"))
        #expect(change.platforms == ["Web", "Mac"])
        #expect(change.labels.map(\.value) == ["plan for change", "normal"])
    }

    @Test("that a post does not have are nowhere")
    func absent() throws {
        let json: JSONValue = [
            "id": "MC900001", "title": "T", "body": ["content": "<p>x</p>", "contentType": "html"],
        ]
        let post = try #require(PostFeed(json).posts.first)
        let text = ChecklistDraft(try ReadAnnouncement(post)).text
        for key in ["details:", "urgency:", "category:", "types:", "check-before:"] {
            #expect(!text.contains(key))
        }
    }
}
