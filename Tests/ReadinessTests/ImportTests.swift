import Foundation
import Testing

/// `readiness import` of posts as programs see it.
struct ImportTests {
    /// A post with a phase that starts so.
    static func post(_ starts: String, intro: String = "Mail takes another way.") -> String {
        """
        {"id": "MC900001", "title": "A gateway", "startDateTime": "2025-03-10T08:00:00Z",
         "lastModifiedDateTime": "2025-03-10T08:00:00Z", "services": ["Exchange Online"],
         "body": {"contentType": "html", "content": "<p>\(intro)</p><p>When this will happen:</p>\
        <p>\(starts)</p><p>What you need to do to prepare:</p><p>Review your gateway.</p>"}}
        """
    }

    @Test("The exit status tells a new post from one that is unchanged, changed or cancelled")
    func statuses() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post("early May 2025"))
            let new = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(new.status == 0)
            #expect(new.stdout.hasPrefix("new  checklists/mc900001.yaml"))
            #expect(try await place.readiness("lint", "checklists").status == 0)
            let same = try await place.shell(
                "\"$READINESS\" import - --output checklists < post.json")
            #expect(same.status == 10)
            try place.write("post.json", Self.post("mid-June 2025"))
            let shown = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(shown.status == 11)
            #expect(shown.stdout.contains("--write does that"))
            let written = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(written.status == 11)
            #expect(try place.read("checklists/mc900001.yaml").contains("2025-06-11"))
            try place.write(
                "post.json",
                Self.post("early May 2025", intro: "We will not be proceeding with this change."))
            #expect(
                try await place.readiness("import", "post.json", "--output", "checklists").status
                    == 12)
        }
    }

    @Test("Of several posts the gravest status counts, and older or cancelled ones are no new ones")
    func severalPosts() async throws {
        try await Workspace.with { place in
            func post(_ id: String, _ starts: String, _ intro: String = "Mail.") -> String {
                Self.post(starts, intro: intro).replacing("MC900001", with: id)
            }
            func status(_ posts: String...) async throws -> Int {
                try place.write("posts.json", "[\(posts.joined(separator: ","))]")
                return try await place.readiness(
                    "import", "posts.json", "--output", "checklists"
                ).status
            }
            let (old, moved) = (post("MC900001", "early May 2025"), post("MC900001", "June 2025"))
            #expect(try await status(old) == 0)
            #expect(try await status(old, post("MC900002", "early May 2025")) == 0)
            #expect(try await status(old, post("MC900002", "early May 2025")) == 10)
            #expect(try await status(moved, post("MC900003", "early May 2025")) == 11)
            let stopped = post(
                "MC900004", "May 2025", "We will not be proceeding with this change.")
            #expect(try await status(moved, stopped, post("MC900002", "early May 2025")) == 12)
            #expect(try await status(stopped, post("MC900002", "early May 2025")) == 12)
            #expect(try await status(stopped, "{}") == 65)
            try place.write("checklists/mc900005.yaml", "mine\n")
            #expect(try await status(moved, stopped, post("MC900005", "May 2025")) == 65)
        }
    }

    @Test("Sign-offs of steps whose words did not change stay valid when the post's dates move")
    func signOffs() async throws {
        try await Workspace.with { place in
            let path = "checklists/mc900001.yaml"
            try place.write("post.json", Self.post("early May 2030"))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write(
                path,
                try place.read(path).replacing("members: []", with: "members: [ann@example.com]")
                    .replacing("\n# timeline", with: "\n# ours, beside the digests\n# timeline"))
            for step in ["review-announcement", "review-your-gateway"] {
                let signed = try await place.readiness(
                    "sign", path, step, "--note", "done", "--as", "ann@example.com")
                #expect(signed.status == 0, "\(signed)")
            }
            try place.write(
                "post.json",
                Self.post("mid-June 2030").replacing(
                    "your gateway", with: "your gateway and its log"))
            let written = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(written.status == 11 && !written.stdout.contains("kept"), "\(written)")
            let text = try place.read(path)
            #expect(text.contains("2030-06-11") && text.contains("# ours, beside the digests\n"))
            let again = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(again.status == 10, "\(again)")
            let status = try await place.readiness("status", path)
            let ready = status.stdout.split(separator: "\n").filter { $0.hasPrefix("ready ") }
            #expect(ready.count == 1 && ready[0].contains("review-announcement"), "\(status)")
            #expect(try await place.readiness("audit").status == 0)
        }
    }

    @Test("What cannot be read is named, and the rest is imported")
    func mistakes() async throws {
        try await Workspace.with { place in
            try place.write("posts.json", "[\(Self.post("early May 2025")), {\"title\": \"x\"}]")
            let outcome = try await place.readiness("import", "posts.json", "--format", "json")
            #expect(outcome.status == 65)
            #expect(outcome.stderr.contains("posts.json, post 2: The post has no id."))
            #expect(outcome.stdout.contains("\"earliest\": \"2025-05-01\""))
        }
    }

    @Test("A post without a text says nothing and changes nothing, and the others are imported")
    func withoutText() async throws {
        try await Workspace.with { place in
            let post = Self.post("early May 2025")
            try place.write("post.json", post)
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            let text = try place.read("checklists/mc900001.yaml")
            let body = post.split(separator: "\"body\":")[0]
            for empty in [
                body + "\"tags\": []}", body + "\"body\": null}", body + "\"body\": {}}",
                body + "\"body\": {\"contentType\": \"html\", \"content\": \"\"}}",
                body + "\"body\": {\"contentType\": \"html\", \"content\": \"<p>&nbsp;</p>\"}}",
            ] {
                let newer = String(empty).replacing(
                    "\"lastModifiedDateTime\": \"2025-03-10",
                    with: "\"lastModifiedDateTime\": \"2025-04-10")
                try place.write(
                    "posts.json",
                    "[\(newer), \(post.replacing("MC900001", with: "MC900002"))]")
                let outcome = try await place.readiness(
                    "import", "posts.json", "--output", "checklists", "--write")
                #expect(outcome.status == 65, "\(empty) \(outcome)")
                #expect(outcome.stderr.contains("MC900001: The post has no text."), "\(outcome)")
                #expect(outcome.stdout.contains("mc900002.yaml"), "\(outcome)")
                #expect(try place.read("checklists/mc900001.yaml") == text)
            }
        }
    }

    @Test("A post of an unknown version is not carried over, and the way to do so is told")
    func undated() async throws {
        try await Workspace.with { place in
            try place.write("post.json", Self.post("early May 2025"))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write(
                "post.json",
                Self.post("June 2025").replacing("lastModifiedDateTime", with: "modifiedDateTime"))
            let outcome = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stdout.hasPrefix("undated  checklists/mc900001.yaml"), "\(outcome)")
            #expect(outcome.stdout.contains("Not written; --write --as-newest does that."))
            #expect(try place.read("checklists/mc900001.yaml").contains("2025-05-01"))
            let forced = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write", "--as-newest")
            #expect(forced.status == 11, "\(forced)")
            let alone = try await place.readiness("import", "post.json", "--as-newest")
            #expect(alone.status == 64, "\(alone)")
        }
    }
}
