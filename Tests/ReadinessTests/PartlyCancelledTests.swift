import Foundation
import Testing

/// A change that does not come for some, as programs and people see it.
struct PartlyCancelledTests {
    private static let post = ImportTests.post(
        "Worldwide in early May 2025 and DoD in June 2025",
        intro: "For DoD, we are not proceeding with this change.")

    @Test("An import names for whom a change does not come, and goes on for the others")
    func imported() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post)
            let shown = try await place.readiness("import", "post.json")
            #expect(shown.stdout.contains("CANCELLED FOR DoD: the publisher does not proceed"))
            #expect(shown.stdout.contains("2025-06-01 to 2025-06-30  DoD, cancelled"))
            let new = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(new.status == 0)
            #expect(
                new.stdout.contains(
                    "  CANCELLED: the publisher does not proceed with this change for DoD.\n"))
            #expect(try await place.readiness("lint", "checklists").status == 0)
            let json = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--format", "json")
            #expect(json.status == 10)
            let value = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
            let draft = try #require((value as? [[String: Any]])?.first)
            #expect(draft["cancelled"] as? Bool == false)
            #expect(draft["cancelled_for"] as? [String] == ["DoD"])
        }
    }

    @Test("A list of posts names them in every format")
    func listed() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post)
            for format in ["text", "csv", "markdown"] {
                let list = try await place.readiness("triage", "post.json", "--format", format)
                #expect(list.stdout.contains("CANCELLED FOR DoD: A gateway"))
                #expect(list.stdout.contains("2025-05-01"))
            }
            let json = try await place.readiness("triage", "post.json", "--format", "json")
            let value = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
            let posts = try #require((value as? [String: Any])?["posts"] as? [[String: Any]])
            #expect(posts.first?["cancelled_for"] as? [String] == ["DoD"])
            #expect(posts.first?["cancelled"] as? Bool == false)
        }
    }

    @Test(
        "A phase that is cancelled later is cancelled in the checklist, which steps of others outlive"
    )
    func later() async throws {
        try await Workspace.with { place in
            let timeline = "Worldwide in early May 2025 and DoD in June 2025"
            try place.write("post.json", ImportTests.post(timeline))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write("post.json", Self.post)
            let update = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(update.status == 11)
            let text = try place.read("checklists/mc900001.yaml")
            #expect(text.contains("status: cancelled"))
            #expect(try await place.readiness("lint", "checklists").status == 0)
        }
    }
}
