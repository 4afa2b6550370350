import Testing

/// Imports whose checklists would have one name: none is written over another.
struct NamedImportTests {
    private static let page = """
        MC900001 – A gateway

        Product:

        Contoso Mail

        Created:
        2025-03-01

        Summary:
        Mail takes another way by June 2025.

        """

    @Test("Of two pages of one number, or a page and a post, the second is named and left out")
    func pages() async throws {
        try await Workspace.with { place in
            try place.write("a.txt", Self.page)
            try place.write("b.txt", Self.page.replacing("another way", with: "no way"))
            try place.write("post.json", ImportTests.post("early May 2025"))
            let pages = try await place.readiness(
                "import", "a.txt", "b.txt", "--output", "checklists", "--write")
            #expect(pages.status == 65, "\(pages)")
            #expect(
                pages.stderr.contains("b.txt: MC900001 was read from a.txt already"), "\(pages)")
            #expect(try place.read("checklists/mc900001.yaml").contains("Mail takes another way"))
            let both = try await place.readiness(
                "import", "a.txt", "post.json", "--output", "others", "--write")
            #expect(both.status == 65, "\(both)")
            #expect(both.stderr.contains("a.txt: MC900001 was read from a post already"))
            #expect(try place.read("others/mc900001.yaml").contains("read from MC900001"))
            let twice = try await place.readiness("import", "a.txt", "a.txt", "--output", "more")
            #expect(twice.status == 0, "\(twice)")
        }
    }

    @Test("A table takes no checklist of another table, and none whose name has other capitals")
    func tables() async throws {
        try await Workspace.with { place in
            func table(_ name: String, _ task: String) async throws -> Outcome {
                try place.write(name, "Task,Team\n\(task),Net\n")
                return try await place.readiness(
                    "import", "table", name, "--output", "checklists", "--write")
            }
            #expect(try await table("Plan 2025.csv", "First").status == 0)
            #expect(try await table("Plan 2025.csv", "Second").status == 11)
            let text = try place.read("checklists/plan-2025.yaml")
            for name in ["plan-2025.csv", "plan 2025.csv"] {
                let other = try await table(name, "Third")
                #expect(other.status == 65, "\(other)")
                #expect(other.stdout.hasPrefix("taken  checklists/plan-2025.yaml"), "\(other)")
                #expect(other.stdout.contains("is taken by the table Plan 2025"), "\(other)")
            }
            #expect(try place.read("checklists/plan-2025.yaml") == text)
            // The last ending alone is none of the name.
            #expect(try await table("cutover.berlin.csv", "A").status == 0)
            #expect(try await table("cutover.paris.csv", "B").status == 0)
            #expect(place.exists("checklists/cutover-paris.yaml"))

            try place.write("checklists/Server.yaml", "mine\n")
            let lookalike = try await table("server.csv", "A")
            #expect(lookalike.status == 65, "\(lookalike)")
            #expect(lookalike.stdout.contains("is taken by checklists/Server.yaml"))
            #expect(!place.exists("checklists/server.yaml"))
        }
    }

    @Test(
        "Sign-offs stay where hosts come and go, the phase has another name and one comes before it"
    )
    func signOffs() async throws {
        try await Workspace.with { place in
            func post(_ timeline: String, _ allow: String, _ modified: String) throws {
                try place.write(
                    "post.json",
                    ImportTests.post(timeline).replacing("Review your gateway.", with: allow)
                        .replacing(
                            "\"lastModifiedDateTime\": \"2025-03-10",
                            with: "\"lastModifiedDateTime\": \"\(modified)"))
            }
            let path = "checklists/mc900001.yaml"
            try post(
                "General Availability: early May 2030",
                "Allow 203.0.113.0/24. Allow 198.51.100.0/24. Notify your users.", "2025-03-10")
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            try place.write(
                path,
                try place.read(path).replacing("members: []", with: "members: [ann@example.com]"))
            let steps = [
                "review-announcement", "network-203-0-113-0-24", "network-198-51-100-0-24",
                "notify-users",
            ]
            for step in steps {
                let signed = try await place.readiness(
                    "sign", path, step, "--note", "done", "--as", "ann@example.com")
                #expect(signed.status == 0, "\(signed)")
            }
            try post(
                "Public Preview: April 2030</p><p>General Availability (Worldwide): May 2030",
                "Allow 192.0.2.0/24. Allow 198.51.100.0/24. Notify your users.", "2025-03-11")
            let written = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(written.status == 11, "\(written)")
            let status = try await place.readiness("status", path)
            for step in steps where step != "network-203-0-113-0-24" {
                let line = status.stdout.split(separator: "\n").first { $0.contains(" \(step) ") }
                #expect(line?.hasPrefix("ready ") ?? false, "\(step) \(status)\n\(written)")
            }
            let again = try await place.readiness("import", "post.json", "--output", "checklists")
            #expect(again.status == 10, "\(again)")
        }
    }
}
