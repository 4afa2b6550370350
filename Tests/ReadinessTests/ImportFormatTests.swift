import Testing

/// What `readiness import` says of pages and of broken checklists, to people and to programs.
struct ImportFormatTests {
    @Test("A page is shown to people in text and to programs in JSON, with one exit status")
    func pageFormats() async throws {
        try await Workspace.with { place in
            func page(_ words: String) -> String {
                """
                MC900009 – Mail moves

                Product:
                Mail

                Created:
                2025-03-01

                Summary:
                \(words)

                Configuration options
                The old way
                It may stay.
                - roles: Net Admins
                - references: https://example.com/x

                """
            }
            try place.write("page.txt", page("Mail moves in May 2025."))
            let text = try await place.readiness("import", "page.txt")
            #expect(text.stdout.hasPrefix("MC900009  Mail moves\n  product: Mail\n"), "\(text)")
            #expect(text.stdout.contains("  option: The old way\n    roles: Net Admins\n"))
            let json = try await place.readiness("import", "page.txt", "--format", "json")
            #expect(json.stdout.contains("\"options\": ["), "\(json)")
            // A page says what a post says: of whom it is cancelled, and what was not read.
            let days = (1...60).map {
                "Part \($0) starts on \($0 > 30 ? "May" : "June") \($0 % 30 + 1), 2025."
            }
            try place.write(
                "part.txt",
                page(
                    "We will not proceed with this change in GCC. \(days.joined(separator: " "))"))
            let part = try await place.readiness("import", "part.txt")
            let first = part.stdout.split(separator: "\n").dropFirst().prefix(3)
            #expect(
                first.first
                    == "  CANCELLED FOR GCC: the publisher does not proceed with this change for GCC."
            )
            #expect(first.contains { $0.hasPrefix("  REVIEW: no phase was cancelled for GCC") })
            #expect(first.contains { $0.hasPrefix("  LEFT OUT: ") }, "\(part)")
            let drafted = try await place.readiness(
                "import", "part.txt", "--output", "part", "--format", "json")
            #expect(drafted.stdout.contains("\"cancelled_for\": [\n"), "\(drafted)")
            #expect(!drafted.stdout.contains("\"phases_left_out\": 0"), "\(drafted)")
            #expect(drafted.stdout.contains("\"phases_left_out\": "), "\(drafted)")
            let told = try await place.readiness("import", "part.txt", "--output", "part")
            #expect(told.stdout.contains("  Left out: "), "\(told)")
            #expect(try place.read("part/mc900009.yaml").contains("status: \"cancelled for GCC\""))
            func statuses(_ words: String) async throws -> [Int] {
                try place.write("page.txt", page(words))
                var statuses: [Int] = []
                for (format, folder) in [("text", "a"), ("json", "b")] {
                    statuses.append(
                        try await place.readiness(
                            "import", "page.txt", "--output", folder, "--format", format
                        ).status)
                }
                return statuses
            }
            #expect(try await statuses("Mail moves in May 2025.") == [0, 0])
            #expect(try await statuses("Mail moves in May 2025.") == [10, 10])
            #expect(try await statuses("Mail moves in June 2025.") == [11, 11])
            #expect(
                try await statuses("We have decided not to proceed with this change.") == [12, 12])
            try place.write("a/mc900009.yaml", "{")
            try place.write("b/mc900009.yaml", "{")
            #expect(try await statuses("Mail moves in July 2025.") == [65, 65])
        }
    }

    @Test(
        "A checklist that people made wrong is told as such with its place, and is left alone",
        arguments: [
            ("steps:\n", "steps: [\n", "mc900001.yaml:"),
            ("    role: ", "   role: ", "mc900001.yaml:"),
            ("timeline:\n", "timeline: none\nx:\n", "mc900001.yaml:"),
        ])
    func brokenChecklist(_ old: String, _ new: String, _ words: String) async throws {
        try await Workspace.with { place in
            let path = "checklists/mc900001.yaml"
            try place.write("post.json", ImportTests.post("early May 2025"))
            _ = try await place.readiness("import", "post.json", "--output", "checklists")
            let broken = try place.read(path).replacing(old, with: new)
            let base = try place.read("checklists/.imported/mc900001.yaml")
            try place.write(path, broken)
            try place.write("post.json", ImportTests.post("mid-June 2025"))
            let outcome = try await place.readiness(
                "import", "post.json", "--output", "checklists", "--write")
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stdout.contains("The checklist is wrong as it is."), "\(outcome)")
            #expect(outcome.stdout.contains(words) && outcome.stdout.contains("error: "))
            #expect(!outcome.stdout.contains("(taken out)"), "\(outcome)")
            #expect(try place.read(path) == broken)
            #expect(try place.read("checklists/.imported/mc900001.yaml") == base)
        }
    }
}
