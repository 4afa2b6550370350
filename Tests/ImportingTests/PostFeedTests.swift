import CanonicalJSON
import Importing
import Rollout
import Testing

@Suite("Posts out of exports")
struct PostFeedTests {
    private let one = SamplePost.json(body: "<p>a</p>")
    private let other = SamplePost.json(id: "MC900002", body: "<p>b</p>")

    @Test("come as an object, an array, a reply, lines, and with a byte order mark")
    func forms() {
        let array = JSONValue.array([one, other]).canonicalBytes
        let lines = one.canonicalBytes + [10, 13, 10] + other.canonicalBytes + [10]
        let reply: JSONValue = ["@odata.context": "x", "value": .array([one, other])]
        #expect(PostFeed(one.canonicalBytes).posts.map(\.id) == ["MC900001"])
        for bytes in [array, lines, reply.canonicalBytes, [0xEF, 0xBB, 0xBF] + array] {
            let feed = PostFeed(bytes)
            #expect(feed.posts.map(\.id) == ["MC900001", "MC900002"])
            #expect(feed.mistakes.isEmpty)
        }
    }

    @Test("may have the keys of the PowerShell module, and its dates")
    func powerShell() throws {
        let feed = PostFeed(
            Array(
                #"""
                {"Id": "mc900003", "Title": "A", "Services": ["Microsoft Clipchamp "], "Tags": null,
                 "StartDateTime": "\/Date(1741593600000)\/",
                 "LastModifiedDateTime": "2025-03-10T08:00:00.1234567Z",
                 "ActionRequiredByDateTime": "2025-05-01T07:00:00Z",
                 "Details": [{"Name": "Platforms", "Value": "Web"}],
                 "Body": {"ContentType": "html", "Content": "<p>x</p>"}}
                """#.utf8))
        let post = try #require(feed.posts.first)
        #expect(post.id == "MC900003")
        #expect(post.services == ["Microsoft Clipchamp"])
        #expect(post.published?.rfc3339 == "2025-03-10T08:00:00Z")
        #expect(post.modified?.rfc3339 == "2025-03-10T08:00:00.123Z")
        #expect(post.actionRequiredBy?.description == "2025-05-01")
        #expect(post.details(named: "Platforms") == ["Web"])
        #expect(post.isMajorChange == nil)
    }

    @Test("count once, in the version that was modified last")
    func newest() throws {
        let old = SamplePost.json(title: "old", body: "", modified: "2025-01-01T00:00:00Z")
        let feed = PostFeed(JSONValue.array([one, old, other]).canonicalBytes)
        #expect(
            PostFeed.newest(feed.posts).map(\.title) == [
                "Contoso Mail: a new gateway", "Contoso Mail: a new gateway",
            ])
    }

    @Test("of an unknown version never count as the newest, and of two such nobody knows which")
    func undecided() {
        func post(_ title: String, _ modified: String) -> [Announcement] {
            PostFeed(SamplePost.json(title: title, body: "x", modified: modified)).posts
        }
        let known = post("known", "2025-03-10T08:00:00Z")
        for unknown in [post("other", ""), post("other", "10 March")] {
            for posts in [known + unknown, unknown + known] {
                #expect(PostFeed.newest(posts).map(\.title) == ["known"])
                #expect(PostFeed.undecided(posts).isEmpty)
            }
            #expect(PostFeed.undecided(unknown + unknown).isEmpty)
            #expect(PostFeed.undecided(unknown + post("third", "")) == ["MC900001"])
        }
    }

    @Test(
        "that cannot be read are located",
        arguments: [
            (#"{"title": "no id"}"#, PostMistake(place: .whole, reason: .noID)),
            (#"[{"id": "MC1"}, 7]"#, PostMistake(place: .post(2), reason: .notAnObject)),
            (
                #"[{"id": "../../etc/passwd"}]"#,
                PostMistake(place: .post(1), reason: .oddID("../../etc/passwd"))
            ),
            ("[]", PostMistake(place: .whole, reason: .noPosts)),
            ("", PostMistake(place: .whole, reason: .noPosts)),
            (
                "[",
                PostMistake(
                    place: .whole,
                    reason: .syntax(
                        .init(offset: 1, reason: "the text ends where a value should stand")))
            ),
        ])
    func mistakes(_ text: String, _ mistake: PostMistake) {
        #expect(PostFeed(Array(text.utf8)).mistakes == [mistake])
    }

    @Test("in lines are located by their line, and do not hide the others")
    func lines() {
        let feed = PostFeed(one.canonicalBytes + Array("\n{broken\n".utf8) + other.canonicalBytes)
        #expect(feed.posts.count == 2)
        #expect(feed.mistakes.map(\.place) == [.line(2)])
    }

    @Test("may be in UTF-16 where its mark stands first")
    func wide() {
        let text = "[{\"id\": \"MC1\", \"title\": \"Größe 🙂\"}]"
        let units = Array(text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            let feed = PostFeed(bytes)
            #expect(feed.posts.map(\.title) == ["Größe 🙂"] && feed.mistakes.isEmpty)
        }
        let cut = PostFeed(Array(little.dropLast()))
        #expect(cut.mistakes == [PostMistake(place: .whole, reason: .notUTF8)])
        // A line that is no text leaves the others.
        let mixed = Array("{\"id\": \"MC1\"}\n".utf8) + [0x7B, 0xFF, 10]
        #expect(PostFeed(mixed).posts.map(\.id) == ["MC1"] && PostFeed(mixed).mistakes.count == 1)
    }
}
