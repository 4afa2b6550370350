import Testing

@Suite("What changed, where the text of the checklist did", .timeLimit(.minutes(10)))
struct ChangedTextTests {
    private static let checklist = """
        readiness: 1
        id: net
        title: Checks
        owner: own
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles:
          own: {title: Owners, members: [own@example.com]}
          ops: {title: Operators, members: [ops@example.com]}
        steps:
          - {id: s, title: Sign, role: ops, due: first, sign-off: {}}
          - {id: backup, title: Back up, role: ops, due: first, sign-off: {}}

        """

    @Test("a step that left the text turned the verdict, and that is said")
    func removed() async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/net.yaml", Self.checklist)
            _ = try await workspace.readiness(
                "sign", "checklists/net.yaml", "s", "--as", "ops@example.com", "--note", "ok")
            let decided = try await workspace.readiness(
                "decide", "checklists/net.yaml", "first", "no-go", "--as", "own@example.com",
                "--reason", "no backup")
            #expect(decided.status == 0, "\(decided)")
            let old = try await workspace.readiness(
                "report", "checklists/net.yaml", "--output", "old")
            #expect(old.stdout.contains("NO-GO"), "\(old)")
            let path = try #require(old.stdout.split(separator: ":").first.map(String.init))
            let fewer = Self.checklist.split(separator: "\n").filter { !$0.contains("backup") }
                .joined(separator: "\n")
            let more =
                "\n  - {id: late, title: Later, role: ops, due: first, sign-off: {}, level: advisory}\n"
            try workspace.write("checklists/net.yaml", fewer + more)
            for since in [[], ["--since", path]] {
                let report = try await workspace.shell(
                    "\"$READINESS\" report checklists/net.yaml \(since.joined(separator: " "))")
                let line = report.stdout.split(separator: "\n").first { $0.contains("Since") } ?? ""
                #expect(line.contains("NO-GO became CONDITIONAL"), "\(line)")
                #expect(line.contains("no longer in the text: `backup`"), "\(line)")
                #expect(line.contains("new in the text:") && line.contains("late"), "\(line)")
            }
        }
    }

    @Test("a moment that is not before the report, and a report of another checklist, are refused")
    func refused() async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/net.yaml", Self.checklist)
            try workspace.write(
                "checklists/other.yaml", Self.checklist.replacing("id: net", with: "id: other"))
            let old = try await workspace.readiness(
                "report", "checklists/net.yaml", "--output", "old")
            let path = try #require(old.stdout.split(separator: ":").first.map(String.init))
            let other = try await workspace.readiness(
                "report", "checklists/other.yaml", "--since", path)
            #expect(other.status == 65 && other.stderr.contains("is a report of"), "\(other)")
            let ahead = try await workspace.readiness(
                "report", "checklists/net.yaml", "--since", "2099-01-01")
            #expect(ahead.status == 65 && ahead.stderr.contains("is behind"), "\(ahead)")
            #expect(ahead.stdout.isEmpty)
        }
    }

    @Test("an empty ledger has nothing at an earlier moment, and is judged so")
    func empty() async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/net.yaml", Self.checklist)
            let started = try await workspace.readiness("init", ".")
            #expect(started.status == 0, "\(started)")
            for command in ["report", "status", "due"] {
                let past = try await workspace.readiness(
                    command, "checklists/net.yaml", "--as-of", "2025-10-15")
                #expect(past.status == (command == "due" ? 0 : 1), "\(command): \(past)")
            }
        }
    }

    @Test("a page over rollouts takes the place of no other file")
    func foreignPage() async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/net.yaml", Self.checklist)
            try workspace.write("out/README.md", "# Mine\n")
            let refused = try await workspace.readiness("report", "--all", "--output", "out")
            #expect(refused.status == 74, "\(refused)")
            #expect(try workspace.read("out/README.md") == "# Mine\n")
            #expect(try workspace.names(in: "out") == ["README.md"])
            for _ in 0..<2 {
                let written = try await workspace.readiness("report", "--all", "--output", "new")
                #expect(written.status == 1, "\(written)")
            }
        }
    }

    @Test("times of rollouts in several zones have each its own")
    func zones() async throws {
        try await Workspace.with { workspace in
            for (id, zone) in [("a", "Asia/Tokyo"), ("b", "America/Los_Angeles")] {
                try workspace.write(
                    "checklists/\(id).yaml",
                    Self.checklist.replacing("id: net", with: "id: \(id)\ntimezone: \(zone)"))
            }
            for command in ["report --all", "due checklists", "status checklists"] {
                let both = try await workspace.shell("\"$READINESS\" \(command)")
                #expect(both.stdout.contains("2100-01-10 Asia/Tokyo"), "\(both)")
                let text = both.stdout.replacing("\\_", with: "_")
                #expect(text.contains("2100-01-10 America/Los_Angeles"), "\(both)")
            }
        }
    }
}
