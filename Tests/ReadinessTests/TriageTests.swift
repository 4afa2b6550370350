import Foundation
import Testing

/// `readiness triage` as programs see it.
struct TriageTests {
    @Test("Decisions about posts are on record, and are named in the list")
    func triage() async throws {
        try await Workspace.with { place in
            try place.write("post.json", ImportTests.post("early May 2025"))
            try place.makeFolder("checklists")
            let decided = try await place.readiness(
                "triage", "post.json", "--ignore", "MC900001", "--reason", "no gateway here",
                "--as",
                "carla@example.com")
            #expect(decided.status == 0)
            let list = try await place.readiness("triage", "post.json")
            #expect(list.stdout.contains("2025-05-01  MC900001"))
            #expect(
                list.stdout.contains(
                    "ignore by carla@example.com (unauthenticated): no gateway here"))
            let unknown = try await place.readiness("triage", "post.json", "--severity", "hihg")
            #expect(unknown.stderr.contains("No post has the severity \"hihg\"; there are "))
            let filtered = try await place.readiness(
                "triage", "post.json", "--ignore", "MC900001", "--reason", "x", "--major")
            #expect(filtered.status == 64)
            let open = try await place.readiness("triage", "post.json", "--undecided")
            #expect(open.stdout == "No post fits.\n")
            try place.write("post.json", ImportTests.post("mid-June 2025"))
            let changed = try await place.readiness(
                "triage", "post.json", "--undecided", "--format", "csv")
            #expect(changed.stdout.contains("the post changed since"))
            #expect(try await place.readiness("audit").status == 0)
            #expect(try await place.readiness("log").stdout.contains("decided ignore for MC900001"))
            #expect(
                try await place.readiness("triage", "post.json", "--ignore", "MC1", "--reason", "x")
                    .status == 64)
        }
    }

    @Test("A list for programs names whom each post reaches")
    func audiences() async throws {
        try await Workspace.with { place in
            try place.write("post.json", ImportTests.post("For GCCH, DOD: early May 2025"))
            let list = try await place.readiness("triage", "post.json", "--format", "json")
            let value = try JSONSerialization.jsonObject(with: Data(list.stdout.utf8))
            let posts = try #require((value as? [String: Any])?["posts"] as? [[String: Any]])
            #expect(posts.first?["audiences"] as? [String] == ["GCC High", "DoD"])
        }
    }
}
