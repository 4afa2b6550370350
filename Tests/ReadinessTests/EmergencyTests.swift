import Testing

@Suite("Emergency decisions and roll calls", .timeLimit(.minutes(10)))
struct EmergencyTests {
    private static func decide(_ workspace: Workspace, _ more: String...) async throws -> Outcome {
        let flags = more.map { "'\($0)'" }.joined(separator: " ")
        return try await workspace.shell(
            "\"$READINESS\" decide \(SampleChecklist.path) first go --as bea@example.com --reason Now \(flags)"
        )
    }

    /// Ready, and with a roll call of the admins.
    private static func polled(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.withSample { workspace in
            try workspace.edit("waivers: {by", "decisions: {poll: [admin]}\nwaivers: {by")
            try await workspace.makeReady()
            try await body(workspace)
        }
    }

    @Test("An emergency is flagged by gate, status, log and due")
    func flagged() async throws {
        try await Self.polled { workspace in
            #expect(try await Self.decide(workspace, "--emergency").status == 0)
            let gate = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first", "--require-decision")
            #expect(gate.status == 0)
            let sentence = "The GO for First was decided in an emergency (entry 5), and its"
            #expect(
                gate.stdout.hasPrefix("first: GO\n  \(sentence) retrospective is owed by "),
                "\(gate)")
            #expect(gate.stdout.hasSuffix("\n  4 entries that count: unauthenticated.\n"))
            let json = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first", "--require-decision", "--format",
                "json"
            ).json()
            #expect(json["gate"]["decision"]["emergency"].boolean == true)
            #expect(json["caveats"][0]["kind"].text == "emergency")
            let status = try await workspace.readiness("status", SampleChecklist.path, "--wide")
            #expect(status.stdout.contains("GO in an emergency"), "\(status)")
            let log = try await workspace.readiness("log", "--kind", "decision")
            #expect(
                log.stdout.contains("decided go for first in an emergency (the evidence said GO)"),
                "\(log)")
            let admins = try await workspace.readiness(
                "due", SampleChecklist.path, "--person", "ann@example.com")
            #expect(
                admins.stdout.contains("Look back on the emergency decision on First (entry 5)."),
                "\(admins)")
            let rows = admins.stdout.split(separator: "\n").filter { $0.contains("Look back") }
            #expect(rows.count == 1 && rows[0].contains("Admins"), "\(admins)")
            #expect(admins.stdout.contains("\n4 entries that count: unauthenticated.\n"))
            let owner = try await workspace.readiness(
                "due", SampleChecklist.path, "--person", "bea@example.com")
            #expect(!owner.stdout.contains("Look back"), "\(owner)")
        }
    }

    @Test("The roll call before a decision says whose names nobody proved")
    func rollCall() async throws {
        try await Self.polled { workspace in
            let poll = try await workspace.readiness(
                "poll", SampleChecklist.path, "first", "go", "--as", "ann@example.com",
                "--comment", "Fine")
            #expect(poll.status == 0, "\(poll)")
            let decided = try await Self.decide(workspace)
            #expect(
                decided.stderr.contains("admin: go by ann@example.com (unauthenticated): Fine\n"),
                "\(decided)")
        }
    }
}
