import Foundation
import Importing
import LocatedYAML
import Operations
import Rollout
import Testing

/// Posts become files, and later versions of them updates.
struct ImportAnnouncementsTests {
    private static func post(
        starts: String = "early May 2025", todo: String = "Allow the gateway.",
        intro: String = "Mail takes another way.", modified: String? = "2025-03-10"
    ) throws -> ReadAnnouncement {
        let version = modified.map { "\"lastModifiedDateTime\": \"\($0)T08:00:00Z\"," } ?? ""
        let json = """
            {"id": "MC900001", "title": "A gateway", "startDateTime": "2025-03-10T08:00:00Z",
             \(version) "services": ["Exchange Online"],
             "body": {"contentType": "html", "content": "<p>\(intro)</p>\
            <p>When this will happen:</p><p>General Availability: \(starts)</p>\
            <p>What you need to do to prepare:</p><p>\(todo)</p>"}}
            """
        return try ReadAnnouncement(try #require(PostFeed(Array(json.utf8)).posts.first))
    }

    private static func run(
        _ place: Place, updating: Bool = false, settling: Bool = false, asNewest: Bool = false,
        _ read: ReadAnnouncement
    ) throws -> ImportedDraft {
        let drafts = try ImportAnnouncements(
            into: place.path("drafts"), withText: false, updating: updating, settling: settling,
            asNewest: asNewest)([read])
        return try #require(drafts.first)
    }

    private static func text(_ place: Place) throws -> String {
        String(
            decoding: try Data(
                contentsOf: URL(fileURLWithPath: place.path("drafts/mc900001.yaml"))),
            as: UTF8.self)
    }

    @Test("A post is new once, and unchanged from then on")
    func twice() async throws {
        try await Place.with { place in
            #expect(try Self.run(place, try Self.post()).state == .new)
            let text = try Self.text(place)
            #expect(try Self.run(place, try Self.post()).state == .unchanged)
            #expect(try Self.text(place) == text)
        }
    }

    @Test("An older version of a post does not take back what a newer one brought")
    func older() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post(starts: "mid-June 2025", modified: "2025-04-01"))
            let text = try Self.text(place)
            let draft = try Self.run(place, updating: true, try Self.post())
            #expect(draft.state == .older && !draft.isWritten)
            #expect(try Self.text(place) == text)
        }
    }

    @Test(
        "A post of an unknown version never counts as the newer one, unless somebody says so",
        arguments: [nil, "yesterday, "] as [String?])
    func undated(_ modified: String?) async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post(starts: "mid-June 2025", modified: "2025-04-01"))
            let text = try Self.text(place)
            let post = try Self.post(
                intro: "A version of 2099-01-01T00:00:00Z.", modified: modified)
            #expect(post.remarks.count == 1)
            let draft = try Self.run(place, updating: true, post)
            #expect(draft.state == .undated && !draft.isWritten && !draft.difference.isEmpty)
            #expect(try Self.text(place) == text)
            let forced = try Self.run(place, updating: true, asNewest: true, post)
            #expect(forced.state == .changed && forced.isWritten)
            #expect(try Self.text(place).contains("2025-05-01"))
            #expect(try Self.run(place, updating: true, post).state == .unchanged)
            // Nor is what is there older than another version then.
            let other = try Self.post(starts: "July 2025", modified: "2025-02-01")
            #expect(try Self.run(place, updating: true, other).state == .undated)
        }
    }

    @Test("The line of the version may go; an older post is known all the same")
    func withoutVersion() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post(modified: "2025-03-01"))
            let lines = try Self.text(place).split(
                separator: "\n", omittingEmptySubsequences: false)
            try place.write(
                "drafts/mc900001.yaml",
                lines.filter { !$0.contains("version of ") }.joined(separator: "\n"))
            let newer = try Self.run(
                place, updating: true,
                try Self.post(starts: "mid-June 2025", modified: "2025-04-01"))
            #expect(newer.isWritten)
            let older = try Self.run(
                place, updating: true, try Self.post(starts: "mid-May 2025", modified: "2025-03-15")
            )
            #expect(older.state == .older)
        }
    }

    @Test("A date that moved is shown, and carried over where that is wanted; edits stay")
    func moved() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post())
            let edited =
                try Self.text(place)
                .replacing("members: []", with: "members: [nora@example.com]") + "# mine\n"
            try place.write("drafts/mc900001.yaml", edited)
            let shown = try Self.run(place, try Self.post(starts: "mid-June 2025"))
            #expect(shown.state == .changed)
            #expect(!shown.isWritten)
            #expect(
                shown.difference.contains("-    starts: {earliest: 2025-05-01, latest: 2025-05-10}")
            )
            #expect(
                shown.difference.contains("+    starts: {earliest: 2025-06-11, latest: 2025-06-20}")
            )
            #expect(try Self.text(place) == edited)
            let written = try Self.run(
                place, updating: true, try Self.post(starts: "mid-June 2025"))
            #expect(written.isWritten)
            let text = try Self.text(place)
            #expect(text.contains("2025-06-11") && !text.contains("2025-05-01"))
            #expect(text.contains("members: [nora@example.com]") && text.hasSuffix("# mine\n"))
            #expect(try Self.run(place, try Self.post(starts: "mid-June 2025")).state == .unchanged)
        }
    }

    @Test("What both the post and a person changed stays as the person has it, and is named")
    func conflict() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post())
            try place.write(
                "drafts/mc900001.yaml",
                try Self.text(place).replacing(
                    "starts: {earliest: 2025-05-01, latest: 2025-05-10}", with: "starts: 2025-05-06"
                ))
            let draft = try Self.run(place, updating: true, try Self.post(starts: "mid-June 2025"))
            #expect(draft.conflicts.contains { $0.kept.contains("    starts: 2025-05-06") })
            #expect(try Self.text(place).contains("starts: 2025-05-06"))
            let post = try Self.post(starts: "mid-June 2025")
            let again = try Self.run(place, updating: true, post)
            #expect(again.state == .changed && again.conflicts == draft.conflicts)
            #expect(try Self.run(place, updating: true, settling: true, post).state == .changed)
            #expect(try Self.run(place, post).state == .unchanged)
        }
    }

    @Test("A conflict ends where the checklist says what the post says")
    func conflictEnded() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post())
            let moved = "starts: {earliest: 2025-06-11, latest: 2025-06-20}"
            func edit(_ old: String, _ new: String) throws {
                try place.write(
                    "drafts/mc900001.yaml", try Self.text(place).replacing(old, with: new))
            }
            try edit("starts: {earliest: 2025-05-01, latest: 2025-05-10}", "starts: 2025-05-06")
            let post = try Self.post(starts: "mid-June 2025")
            let draft = try Self.run(place, updating: true, post)
            for conflict in draft.conflicts {
                for (mine, theirs) in zip(conflict.kept, conflict.offered) {
                    try edit(mine, theirs)
                }
            }
            #expect(try Self.text(place).contains(moved))
            #expect(try Self.run(place, post).state == .unchanged)
        }
    }

    @Test("An update that would make the checklist wrong is not written")
    func wrong() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post())
            let edited = try Self.text(place).replacing(
                "\nwaivers:",
                with: """
                      - id: mine
                        title: Mine
                        role: change-manager
                        due: general-availability - 1d
                        sign-off: {}

                    waivers:
                    """)
            try place.write("drafts/mc900001.yaml", edited)
            let draft = try Self.run(
                place, updating: true, try Self.post(starts: "</p><p>Public Preview: May 2025"))
            #expect(draft.mistakes.map(\.code) == ["unknown-phase"])
            #expect(!draft.isWritten)
            #expect(try Self.text(place) == edited)
        }
    }

    @Test("A checklist that was not imported is left alone")
    func foreign() async throws {
        try await Place.with { place in
            try place.write("drafts/mc900001.yaml", "mine\n")
            #expect(try Self.run(place, updating: true, try Self.post()).state == .foreign)
            #expect(try Self.text(place) == "mine\n")
        }
    }

    @Test("A change that does not come any more is said so")
    func cancelled() async throws {
        try await Place.with { place in
            _ = try Self.run(place, try Self.post())
            let draft = try Self.run(
                place, updating: true,
                try Self.post(intro: "We will not be proceeding with this change."))
            #expect(draft.state == .cancelled)
            #expect(try Self.text(place).contains("status: cancelled"))
        }
    }

    @Test("Files, folders and standard input are read; a file that is not there is a failure")
    func sources() async throws {
        try await Place.with { place in
            try place.write("posts/a.json", #"{"id": "MC1", "title": "A"}"#)
            try place.write("posts/.hidden.json", #"{"id": "MC2"}"#)
            try place.write("posts/note.txt", "no post")
            let source = try PostSource(
                [place.path("posts"), "-"], input: Array(#"[{"id": "MC3"}, 1]"#.utf8))
            #expect(source.posts.map(\.id) == ["MC1", "MC3"])
            #expect(
                source.mistakes.map(\.description) == [
                    "standard input, post 2: There is no object where a post should stand."
                ])
            #expect(throws: OperationFailure.self) {
                try PostSource([place.path("none.json")], input: [])
            }
        }
    }
}
